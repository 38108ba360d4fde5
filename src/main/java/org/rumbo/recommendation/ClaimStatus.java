package org.rumbo.recommendation;

/** Where a claim stands; NONE where an item has none open. */
public enum ClaimStatus {
    NONE,
    UNDER_REVIEW,
    RETURNED,
    CONFIRMED,
    DISAGREED,
    WITHDRAWN
}
