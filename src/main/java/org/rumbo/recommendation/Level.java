package org.rumbo.recommendation;

/** How much of a recommendation is done. */
public enum Level {
    UNKNOWN,
    NOT_STARTED,
    STARTED,
    PARTIAL,
    LARGELY,
    FULL,
    REVERSED
}
