package org.rumbo.sheet;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file, for people to find it.
 *
 * @param sheet what the tab says in the file that was read, or the CSV file's name
 * @param row counted from 1 as spreadsheets do; in CSV, records counted from 1 with the head's; 0 for the sheet as a whole
 * @param column counted from 1; 0 for the row as a whole
 */
public record CellAddress(String sheet, int row, int column) {
    private static final int LETTERS = 26;

    public static CellAddress ofSheet(String sheet) {
        return new CellAddress(sheet, 0, 0);
    }

    /** As spreadsheets write it: {@code F17}; {@code 17} for a row, {@code F} for a column, null for a sheet as a whole. */
    public @Nullable String reference() {
        if (row == 0 && column == 0) {
            return null;
        }
        return letters(column) + (row == 0 ? "" : row);
    }

    /** {@code A} for 1, {@code AA} for 27; nothing for 0. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
