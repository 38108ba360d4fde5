package org.rumbo.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * What a director decides about a claim.
 *
 * @param reason needed where the claim is not simply confirmed
 * @param level the validated level, where it differs from the claimed one
 */
public record DecisionCommand(
        Outcome outcome, @Nullable String reason, @Nullable Level level) {}
