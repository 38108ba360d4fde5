package org.rumbo.recommendation;

/** Who finds a text, by how much of its recommendation she reads. */
public enum SearchReaders {
    /** Who reads everything: the text is the team's own, or stands there now and is not confirmed. */
    FULL,
    /** Everybody else: it is what was last confirmed, and stands there no longer. */
    OUTSIDE,
    /** Who reads everything, and the network. */
    NETWORK,
    /** Everybody who sees the recommendation. */
    ALL;

    public static SearchReaders of(Visibility visibility) {
        return switch (visibility) {
            case TEAM -> FULL;
            case NETWORK -> NETWORK;
            case FUNDER, PUBLIC -> ALL;
        };
    }
}
