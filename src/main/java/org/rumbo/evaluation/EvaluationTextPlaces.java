package org.rumbo.evaluation;

import java.util.List;
import org.rumbo.recommendation.TextPlace;
import org.rumbo.recommendation.TextPlaces;
import org.springframework.stereotype.Component;

/** What evaluators and directors write about a rating. */
@Component
class EvaluationTextPlaces implements TextPlaces {
    private static final String RATINGS = "evaluation_id in (select id from evaluation where recommendation_id = ?)";

    @Override
    public List<TextPlace> places() {
        return List.of(
                TextPlace.of("evaluation", "reason"),
                TextPlace.of("evaluation_assignment", "lessons", RATINGS),
                TextPlace.of("evaluation_rating", "narrative", RATINGS));
    }
}
