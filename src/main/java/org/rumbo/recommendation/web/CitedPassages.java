package org.rumbo.recommendation.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rumbo.recommendation.Citations;
import org.rumbo.recommendation.RecommendationView;
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

    CitedPassage of(RecommendationView.Facts facts, Citations.Citation paper, String baseAddress) {
        var source = Objects.requireNonNull(facts.source());
        var place = messages.getMessage(
                "citation.place", new Object[] {source.letter()}, Locale.forLanguageTag(paper.language()));
        return CitedPassage.of(facts.code(), source, paper, place, baseAddress + "/recommendations/" + facts.code());
    }
}
