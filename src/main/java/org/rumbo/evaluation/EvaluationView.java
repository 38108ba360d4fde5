package org.rumbo.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as its readers get it.
 *
 * @param medians the score per criterion that several evaluators' ratings come to
 * @param overall the approved overall rating, or the one that approval would give; null while ratings are missing
 */
public record EvaluationView(
        String status,
        Instant openedAt,
        @Nullable Instant closedAt,
        Map<Criterion, Integer> medians,
        @Nullable Integer overall,
        @Nullable String reason,
        List<Part> parts) {

    /** One evaluator's part. */
    public record Part(
            @Nullable String evaluator,
            boolean rated,
            List<Rating> ratings,
            @Nullable String lessons) {}
}
