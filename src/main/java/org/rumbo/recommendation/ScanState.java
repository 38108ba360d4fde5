package org.rumbo.recommendation;

/** What is known about viruses in a file. */
public enum ScanState {
    /** There is no virus scanner; whoever opens it must know. */
    NOT_SCANNED,
    /** Kept, and served to nobody before the scanner has looked at it. */
    QUARANTINED,
    CLEAN,
    /** Something was found; the file is deleted. */
    INFECTED;

    boolean isServed() {
        return this == NOT_SCANNED || this == CLEAN;
    }
}
