package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletRequest;
import org.rumbo.recommendation.PaperWords;
import org.rumbo.recommendation.PublicItems;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The citation of a published recommendation's passage, for visitors: the paper is there for everybody. */
@Controller
class PublicCitationController {
    private final PublicItems items;
    private final PaperWords papers;
    private final CitedPassages passages;
    private final PublicAddress address;

    PublicCitationController(PublicItems items, PaperWords papers, CitedPassages passages, PublicAddress address) {
        this.items = items;
        this.papers = papers;
        this.passages = passages;
        this.address = address;
    }

    @GetMapping("/public/recommendations/{code}/citation.{format:bib|ris|json}")
    @Needs(Permission.PUBLIC_ITEMS)
    ResponseEntity<byte[]> file(
            @PathVariable RecommendationCode code, @PathVariable String format, HttpServletRequest request) {
        if (!items.shows(code)) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        var cited = papers.of(code)
                .flatMap(words -> passages.ofPublic(code, words.source(), address.of(request)))
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        return CitationFormat.ofEnding(format).file(code, cited);
    }
}
