package org.rumbo.recommendation;

/** How much a piece of evidence can carry. */
public enum Strength {
    /** An official act with its text. */
    A,
    /** An official statement or record. */
    B,
    /** An independent third party. */
    C,
    /** The network's own observation. */
    D
}
