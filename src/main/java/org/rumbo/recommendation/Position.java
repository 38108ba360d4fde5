package org.rumbo.recommendation;

/** What the addressee says about a recommendation. */
public enum Position {
    NONE_KNOWN,
    UNDER_CONSIDERATION,
    ACCEPTED,
    PARTIALLY_ACCEPTED,
    REJECTED
}
