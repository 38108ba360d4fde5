package org.rumbo.source;

/** How far the import of a paper is. */
public enum ImportState {
    READING,
    /** Directors decide what becomes of each passage. */
    REVIEW,
    /** What was accepted becomes recommendations, one passage after the other. */
    CREATING,
    DONE,
    /** The file cannot be read as a paper. */
    FAILED,
    CANCELLED;

    public boolean isOpen() {
        return this == READING || this == REVIEW || this == CREATING;
    }
}
