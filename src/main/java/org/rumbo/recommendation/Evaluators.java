package org.rumbo.recommendation;

import java.util.UUID;

/** What the recommendation has to know of its evaluators. */
public interface Evaluators {
    /** Whether the person is, or was, an evaluator of the item in an evaluation that was not cancelled. */
    boolean isAssigned(UUID item, UUID person);

    /** How the item's open evaluation stands, as seen by a person. */
    Standing standing(UUID item, UUID person);

    /**
     * @param awaitsRating whether this person still has to rate
     * @param complete whether all assigned have rated, so that it can be approved
     * @param rated whether this person rated in it
     */
    record Standing(boolean awaitsRating, boolean complete, boolean rated) {}
}
