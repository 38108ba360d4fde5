package org.rumbo.source;

/** What a passage is against the same paper's earlier import. */
public enum Difference {
    NEW,
    /** Word for word the same: nothing is to be decided. */
    UNCHANGED,
    CHANGED
}
