package org.rumbo.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One evaluator's view on one criterion.
 *
 * @param score 1 very successful to 6 completely unsuccessful; null where not assessable
 */
public record Rating(
        Criterion criterion,
        @Nullable Integer score,
        @Nullable String narrative) {}
