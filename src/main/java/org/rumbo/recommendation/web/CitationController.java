package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletRequest;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The same citations for those who download them from the page. */
@Controller
class CitationController {
    private final CitationApi citations;

    CitationController(CitationApi citations) {
        this.citations = citations;
    }

    @GetMapping("/recommendations/{code}/citation.{format:bib|ris|json}")
    @Needs(Permission.ITEM_READ_RELEASED)
    ResponseEntity<byte[]> file(
            @PathVariable RecommendationCode code,
            @PathVariable String format,
            Actor actor,
            HttpServletRequest request) {
        return citations.file(code, format, actor, request);
    }
}
