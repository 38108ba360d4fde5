package org.rumbo.reading;

/**
 * A line of the paper's text proper: neither blank nor furniture.
 *
 * @param number as {@link PaperReading#lines()} counts, from 1
 * @param text trimmed and in NFC
 * @param gap whether a blank line stands before it that no page's end explains
 * @param turned whether a page seems to begin here
 * @param indented whether it begins further right than its neighbours
 */
record Line(int number, String text, boolean gap, boolean turned, boolean indented) {
    /** Whether the layout alone sets it apart from the line before. */
    boolean isSetApart() {
        return gap || turned;
    }
}
