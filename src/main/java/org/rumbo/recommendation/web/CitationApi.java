package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletRequest;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The passage of a paper in which a recommendation stands, as files for reference managers. */
@RestController
class CitationApi {
    private final RecommendationReader reader;
    private final CitedPassages passages;
    private final PublicAddress address;

    CitationApi(RecommendationReader reader, CitedPassages passages, PublicAddress address) {
        this.reader = reader;
        this.passages = passages;
        this.address = address;
    }

    @GetMapping("/api/v1/recommendations/{code}/citation.{format:bib|ris|json}")
    @Needs(Permission.ITEM_READ_RELEASED)
    ResponseEntity<byte[]> file(
            @PathVariable RecommendationCode code,
            @PathVariable String format,
            Actor actor,
            HttpServletRequest request) {
        var facts = reader.read(code, actor).facts();
        var cited =
                passages.of(facts, address.of(request)).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        return CitationFormat.ofEnding(format).file(code, cited);
    }
}
