package org.rumbo.recommendation.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rumbo.recommendation.Citations;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.Source;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds what is cited where somebody cites the passage in which a recommendation stands. */
@Component
class CitedPassages {
    private final Citations citations;
    private final MessageSource messages;

    CitedPassages(Citations citations, MessageSource messages) {
        this.citations = citations;
        this.messages = messages;
    }

    /** Nothing for a team's own proposal, which no paper holds. */
    Optional<CitedPassage> of(RecommendationView.Facts facts, String baseAddress) {
        var source = facts.source();
        return source == null ? Optional.empty() : citations.of(source).map(paper -> of(facts, paper, baseAddress));
    }

    /** For visitors, who are led to the page that they may see. */
    Optional<CitedPassage> ofPublic(RecommendationCode code, Source source, String baseAddress) {
        return citations
                .of(source)
                .map(paper -> CitedPassage.of(
                        code.value(),
                        source,
                        paper,
                        place(source, paper),
                        baseAddress + "/public/recommendations/" + code));
    }

    CitedPassage of(RecommendationView.Facts facts, Citations.Citation paper, String baseAddress) {
        var source = Objects.requireNonNull(facts.source());
        return CitedPassage.of(
                facts.code(), source, paper, place(source, paper), baseAddress + "/recommendations/" + facts.code());
    }

    private String place(Source source, Citations.Citation paper) {
        return messages.getMessage(
                "citation.place", new Object[] {source.letter()}, Locale.forLanguageTag(paper.language()));
    }
}
