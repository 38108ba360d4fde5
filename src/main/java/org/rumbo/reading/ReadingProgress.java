package org.rumbo.reading;

/** Told how far a reading is. */
@FunctionalInterface
public interface ReadingProgress {
    /** For whoever does not want to know. */
    ReadingProgress NONE = (done, total) -> {};

    /** Pages or lines done, of how many. */
    void reached(int done, int total);
}
