package org.rumbo.workflow.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.rumbo.workflow.ProcessStanding;
import org.rumbo.workflow.ProcessView;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an item stands in its process models, as data and as a drawing. */
@RestController
@RequestMapping("/api/v1/recommendations/{code}")
class ProcessApi {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final ProcessView processes;

    ProcessApi(ProcessView processes) {
        this.processes = processes;
    }

    @GetMapping("/process")
    @Needs(Permission.PROCESS_READ)
    ProcessStanding process(@PathVariable RecommendationCode code, Actor actor) {
        return processes.of(code, actor);
    }

    /** The drawing loads nothing and runs nothing, also where somebody opens it by itself. */
    @GetMapping("/process.svg")
    @Needs(Permission.PROCESS_READ)
    ResponseEntity<String> drawing(@PathVariable RecommendationCode code, Actor actor, Locale locale) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .header("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                .body(processes.drawings(code, actor, locale).get(0).svg());
    }
}
