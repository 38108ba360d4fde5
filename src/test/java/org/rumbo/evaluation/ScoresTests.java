package org.rumbo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTests {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "3, 3",
        "'1,6', 6",
        "'6,1', 6",
        "'2,3', 3",
        "'1,2,6', 2",
        "'6,2,1', 2",
        "'1,2,3,4', 3",
        "'4,4,1,1', 4",
        "'1,1,1,1,6', 1",
        "'2,2,5,5,5,6', 5"
    })
    void severalEvaluatorsComeToTheMedianTheWorseOneAtATie(String given, int median) {
        var ratings = Arrays.stream(given.split(","))
                .map(score -> rating(Criterion.RELEVANCE, Integer.valueOf(score)))
                .toList();
        assertThat(Scores.of(ratings).medians()).isEqualTo(Map.of(Criterion.RELEVANCE, median));
    }

    @Test
    void whatNobodyCouldAssessDoesNotCount() {
        var scores = Scores.of(List.of(
                rating(Criterion.RELEVANCE, 2),
                rating(Criterion.EFFICIENCY, null),
                rating(Criterion.EFFICIENCY, null),
                rating(Criterion.IMPACT, null),
                rating(Criterion.IMPACT, 5)));
        assertThat(scores.medians()).isEqualTo(Map.of(Criterion.RELEVANCE, 2, Criterion.IMPACT, 5));
        assertThat(scores.count()).isEqualTo(2);
        assertThat(scores.sum()).isEqualTo(7);
    }

    @Test
    void theWorstOfEffectivenessSustainabilityAndImpactIsDecisive() {
        var ratings = new ArrayList<Rating>();
        for (var criterion : Criterion.values()) {
            ratings.add(rating(criterion, 6));
        }
        for (var decisive : List.of(Criterion.EFFECTIVENESS, Criterion.SUSTAINABILITY, Criterion.IMPACT)) {
            ratings.replaceAll(rating -> rating.criterion() == decisive ? rating(decisive, 2) : rating);
        }
        assertThat(Scores.of(ratings).worstDecisive()).isEqualTo(2);
        ratings.replaceAll(rating -> rating.criterion() == Criterion.IMPACT ? rating(Criterion.IMPACT, 4) : rating);
        assertThat(Scores.of(ratings).worstDecisive()).isEqualTo(4);
        assertThat(Scores.of(List.of(rating(Criterion.RELEVANCE, 6))).worstDecisive())
                .isEqualTo(1);
    }

    @Test
    void nothingComesToNothing() {
        var none = Scores.of(List.of());
        assertThat(none.medians()).isEmpty();
        assertThat(none.sum()).isZero();
        assertThat(none.count()).isZero();
    }

    private static Rating rating(Criterion criterion, @Nullable Integer score) {
        return new Rating(criterion, score, "because");
    }
}
