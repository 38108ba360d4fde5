package org.rumbo.team;

/** How many notices wait for somebody: the number beside the bell on every page. */
public interface UnreadNotices {
    /** From here on nobody counts. */
    int MANY = 100;

    /** Those that she may still read; at most {@link #MANY}. */
    int count(Actor reader);
}
