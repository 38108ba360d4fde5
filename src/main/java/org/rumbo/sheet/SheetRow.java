package org.rumbo.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row to write.
 *
 * @param cells by the key of their column; a missing one is empty
 * @param marks problems in words, by the key of the column in whose cell they stand; shown by colour and comment
 * @param problems words about the row as a whole
 */
public record SheetRow(Map<String, CellValue> cells, Map<String, String> marks, List<String> problems) {
    public SheetRow {
        cells = Map.copyOf(cells);
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
        problems = List.copyOf(problems);
    }

    public static SheetRow of(Map<String, CellValue> cells) {
        return new SheetRow(cells, Map.of(), List.of());
    }

    /** All words about it, one problem on each line; empty for none. */
    String told(SheetLayout layout) {
        var told = new ArrayList<>(problems);
        layout.columns().forEach(column -> {
            var mark = marks.get(column.key());
            if (mark != null) {
                told.add(column.label() + ": " + mark);
            }
        });
        return String.join("\n", told);
    }

    public CellValue cell(String key) {
        return cells.getOrDefault(key, CellValue.EMPTY);
    }
}
