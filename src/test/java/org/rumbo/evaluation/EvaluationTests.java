package org.rumbo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;

class EvaluationTests {
    private static final UUID DIRECTOR = UUID.randomUUID();
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BEA = UUID.randomUUID();
    private static final UUID EVA = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final Evaluation evaluation = new Evaluation(UUID.randomUUID(), DIRECTOR, AT);

    @Test
    void isOpenUntilItEnds() {
        assertThat(evaluation.status()).isEqualTo(Evaluation.Status.OPEN);
        assertThat(evaluation.isComplete()).isFalse();
    }

    @Test
    void isCompleteOnceAllAssignedHaveRated() {
        evaluation.assign(List.of(ANA, BEA), AT);
        rate(ANA, 2);
        assertThat(evaluation.isComplete()).isFalse();
        assertThat(evaluation.outstanding()).containsExactly(BEA);
        assertRefused(ProblemType.RATINGS_MISSING, evaluation::requireComplete);
        rate(BEA, 4);
        assertThat(evaluation.isComplete()).isTrue();
        evaluation.requireComplete();
        assertThat(evaluation.scores().medians().values()).containsOnly(4);
    }

    @Test
    void assigningAgainReplacesThoseWhoHaveNotRated() {
        evaluation.assign(List.of(ANA, BEA), AT);
        rate(ANA, 1);
        evaluation.assign(List.of(EVA), AT);
        assertThat(evaluation.assignments().stream().map(Assignment::evaluator)).containsExactlyInAnyOrder(ANA, EVA);
        assertThat(evaluation.outstanding()).containsExactly(EVA);
        assertThat(evaluation.assignment(ANA).orElseThrow().ratings()).isNotEmpty();
    }

    @Test
    void assigningTheSameAgainKeepsThem() {
        evaluation.assign(List.of(ANA), AT);
        var first = evaluation.assignments().get(0).assignedAt();
        evaluation.assign(List.of(ANA, ANA, BEA), AT.plusSeconds(60));
        assertThat(evaluation.assignments()).hasSize(2);
        assertThat(evaluation.assignment(ANA).orElseThrow().assignedAt()).isEqualTo(first);
    }

    @Test
    void nobodyIsAssignedOnceAllHaveRated() {
        evaluation.assign(List.of(ANA), AT);
        rate(ANA, 3);
        assertRefused(ProblemType.RATINGS_COMPLETE, () -> evaluation.assign(List.of(BEA), AT));
    }

    @Test
    void nobodyRatesTwiceOrUnasked() {
        evaluation.assign(List.of(ANA), AT);
        rate(ANA, 3);
        assertRefused(ProblemType.WRONG_STATE, () -> rate(ANA, 1));
        assertRefused(ProblemType.WRONG_STATE, () -> rate(EVA, 1));
    }

    @Test
    void returnedRatingsAreGivenAnewAndStayAsAStart() {
        evaluation.assign(List.of(ANA, BEA), AT);
        rate(ANA, 1);
        rate(BEA, 1);
        evaluation.returnRatings("why so good?");
        assertThat(evaluation.status()).isEqualTo(Evaluation.Status.OPEN);
        assertThat(evaluation.reason()).isEqualTo("why so good?");
        assertThat(evaluation.outstanding()).containsExactlyInAnyOrder(ANA, BEA);
        assertThat(evaluation.assignment(ANA).orElseThrow().ratings()).hasSize(Criterion.values().length);
        rate(ANA, 5);
        rate(BEA, 5);
        assertThat(evaluation.scores().medians().values()).containsOnly(5);
    }

    @Test
    void approvalEndsItWithTheOverallRating() {
        evaluation.assign(List.of(ANA), AT);
        rate(ANA, 2);
        evaluation.approve(2, DIRECTOR, null, AT.plusSeconds(1));
        assertThat(evaluation.status()).isEqualTo(Evaluation.Status.APPROVED);
        assertThat(evaluation.overall()).isEqualTo(2);
        assertThat(evaluation.closedAt()).isEqualTo(AT.plusSeconds(1));
    }

    @Test
    void cancellingEndsItWithoutOne() {
        evaluation.assign(List.of(ANA), AT);
        evaluation.cancel(DIRECTOR, "stuck", AT.plusSeconds(1));
        assertThat(evaluation.status()).isEqualTo(Evaluation.Status.CANCELLED);
        assertThat(evaluation.overall()).isNull();
        assertThat(evaluation.reason()).isEqualTo("stuck");
    }

    private void rate(UUID evaluator, int score) {
        var ratings = Arrays.stream(Criterion.values())
                .map(criterion -> new Rating(criterion, score, "because"))
                .toList();
        evaluation.rate(evaluator, ratings, "a lesson", AT);
    }

    private static void assertRefused(ProblemType type, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.type())
                .isEqualTo(type));
    }
}
