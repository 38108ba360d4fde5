package org.rumbo.recommendation.web;

import java.util.UUID;
import org.rumbo.recommendation.EvidenceFiles;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The file of a piece of evidence, for people. */
@Controller
class EvidenceFileController {
    private final EvidenceFiles files;

    EvidenceFileController(EvidenceFiles files) {
        this.files = files;
    }

    @GetMapping("/recommendations/{code}/evidence/{id}/file")
    @Needs(Permission.ITEM_READ_RELEASED)
    ResponseEntity<InputStreamResource> file(
            @PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor) {
        return FileAnswer.of(files.open(code, id, actor));
    }
}
