package org.rumbo.recommendation;

/** Who may see a note or a piece of evidence; each value includes the ones before it. */
public enum Visibility {
    TEAM,
    NETWORK,
    FUNDER,
    PUBLIC;

    /** Whether somebody else than its author has to release it first. */
    public boolean needsRelease() {
        return compareTo(FUNDER) >= 0;
    }

    /** What applies as long as nobody has released it. */
    public Visibility untilReleased() {
        return needsRelease() ? NETWORK : this;
    }
}
