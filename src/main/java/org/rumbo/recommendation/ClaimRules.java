package org.rumbo.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Violation;

/** What a claim must bring, by its target: a decision table says it, not this code. */
public interface ClaimRules {
    /** The rules that the claim does not meet; empty where it may be made, or confirmed. */
    List<Violation> violations(Facts facts);

    /**
     * @param bestStrength the strongest cited evidence; null where none is cited
     * @param delivered whether both day and way of delivery are given
     */
    record Facts(
            State target,
            Move move,
            boolean hasAddressee,
            boolean hasReading,
            int markers,
            int unmet,
            int expectUnmet,
            boolean hasTargetDate,
            boolean hasTheme,
            boolean delivered,
            @Nullable Strength bestStrength,
            boolean hasDate,
            boolean hasStatement,
            boolean hasContribution,
            @Nullable Level level,
            @Nullable CloseReason closeReason,
            boolean hasSupersededBy) {}
}
