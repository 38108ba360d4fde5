package org.rumbo.sheet;

import java.io.IOException;

/**
 * Takes sheets one after the other and rows one by one, so that memory does not grow with them. Sheets come to the reader in
 * the order in which they were begun. Not for several threads.
 *
 * <p>{@link #finish()} makes the file whole; {@link #close()} without it gives everything free and leaves a file that nobody can
 * open, which is what should become of a download that broke off. The stream that was given is never closed.
 */
public interface WorkbookWriter extends AutoCloseable {
    /**
     * Begins a sheet, and ends the one before.
     *
     * @throws IllegalArgumentException if there is one with that key already
     */
    void sheet(SheetLayout layout) throws IOException;

    /**
     * Adds a row to the sheet that was begun last. A text longer than {@link SheetLimits#CELL} is cut there.
     *
     * @throws IllegalArgumentException if a value does not belong to its column's type, or its code is no choice of it
     * @throws IllegalStateException if no sheet was begun
     */
    void row(SheetRow row) throws IOException;

    /** Writes what is still to write; call it once, and nothing but {@link #close()} after it. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
