package org.rumbo.sheet;

/**
 * Is told what a file holds, in the file's order, while it is read: first the frame, then each sheet with its rows. Nothing of it is
 * sure before reading has come to its end, for a file may be refused in the middle.
 */
public interface SheetVisitor {
    default void frame(ReadFrame frame) {}

    default void sheet(ReadSheet sheet) {}

    void row(ReadRow row);

    /** Something that belongs to no row: in a head, or about a sheet as a whole. */
    default void problem(SheetProblem problem) {}

    /** At the end of each sheet that has headings. */
    default void head(FoundHead head) {}

    /** Whether rows and problems are told at all; whoever asks for the heads alone is spared them. */
    default boolean takesRows() {
        return true;
    }
}
