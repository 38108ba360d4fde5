package org.rumbo.recommendation;

/** What visible part the paper had in what happened. */
public enum Contribution {
    CITED,
    CONSULTED,
    CONSISTENT_WITH,
    NO_VISIBLE_LINK
}
