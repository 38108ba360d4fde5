package org.rumbo.recommendation;

/** How much of an item somebody may read. */
public enum Reading {
    NOTHING,
    /** Confirmed facts and what was released to funders. */
    RELEASED,
    /** Confirmed facts and what the network shares. */
    NETWORK,
    /** Everything. */
    FULL;

    /** The least visibility that a note or document must have to be read. */
    public Visibility from() {
        return switch (this) {
            case FULL -> Visibility.TEAM;
            case NETWORK -> Visibility.NETWORK;
            case RELEASED, NOTHING -> Visibility.FUNDER;
        };
    }
}
