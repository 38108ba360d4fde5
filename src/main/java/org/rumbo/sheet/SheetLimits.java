package org.rumbo.sheet;

/** How much of an uploaded file is read before it is refused: all limits of reading, in one place. */
public final class SheetLimits {
    /** Bytes of the file as it was uploaded. */
    public static final long FILE = 20L << 20;
    /** Bytes of all parts of an archive together, unpacked. */
    public static final long UNPACKED = 200L << 20;
    /** Unpacked bytes for each packed one, above which an archive is taken for a bomb. */
    public static final int RATIO = 200;
    /** Parts of an archive. */
    public static final int PARTS = 500;
    /** Sheets of a workbook, or files of an archive of CSV. */
    public static final int SHEETS = 50;
    /** Rows with content in each sheet, the heads included. */
    public static final int ROWS = 50_000;
    /** Columns of a sheet that are looked at. */
    public static final int COLUMNS = 200;
    /** Characters (UTF-16 units) of a cell: what Excel itself allows. */
    public static final int CELL = 32_767;
    /** Bytes (UTF-8) of all shared texts of a workbook together. */
    public static final int SHARED_TEXT = 64 << 20;
    /** Shared texts of a workbook. */
    public static final int SHARED_TEXTS = 2_000_000;
    /** Characters of XML from one {@code <} to the next: the longest cell, written in the longest way. */
    public static final int STRETCH = 512 << 10;
    /** Tags within tags. */
    public static final int DEPTH = 64;
    /** Formats of cells that a workbook may define. */
    public static final int FORMATS = 64_000;
    /** Merged areas of a sheet. */
    public static final int MERGED = 1_000;
    /** Digits of a number, before and behind its point together. */
    public static final int DIGITS = 38;

    private SheetLimits() {}
}
