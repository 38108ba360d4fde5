package org.rumbo.recommendation;

/** Where an item comes from: a passage of a paper, or a country team itself. */
public enum Origin {
    PAPER,
    TEAM
}
