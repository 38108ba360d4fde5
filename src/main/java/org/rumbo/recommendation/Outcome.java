package org.rumbo.recommendation;

/** What a director decides about a claim. */
public enum Outcome {
    CONFIRMED,
    RETURNED,
    DISAGREED
}
