package org.rumbo.recommendation;

import org.jspecify.annotations.Nullable;

/** Names the step of the process models that a fact left behind, so that an item's path can be read from the ledger. */
public interface ProcessActivities {
    /** The activity's id in its model; null for a fact that leaves the process where it is. */
    @Nullable
    String leftBy(RecommendationFact fact);
}
