package org.rumbo.sheet;

import java.util.List;
import java.util.Map;

/**
 * A row with content, as it was read.
 *
 * @param sheet the key of its layout
 * @param number counted from 1 as spreadsheets do; in CSV the record's, with the head's
 * @param hidden whether the file hides it, by hand or by a filter
 * @param cells by the key of their column: one for each column that the sheet in the file has; columns that somebody took out are
 *     missing, which is not the same as empty
 * @param problems all that is wrong in it; empty for a row that can be used
 */
public record ReadRow(
        String sheet, int number, boolean hidden, Map<String, ReadCell> cells, List<SheetProblem> problems) {
    public ReadRow {
        cells = Map.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /** Empty as well where the file has no such column: ask {@link #has} first where that matters. */
    public CellValue value(String column) {
        var cell = cells.get(column);
        return cell == null ? CellValue.EMPTY : cell.value();
    }

    public boolean has(String column) {
        return cells.containsKey(column);
    }
}
