package org.rumbo.sheet;

import java.util.List;

/**
 * The head of a sheet that was found.
 *
 * @param layout the one of the layouts that it follows
 * @param name what its tab says in the file, or the CSV file's name
 * @param columns the keys of the layout's columns that it has, in the file's order
 */
public record ReadSheet(SheetLayout layout, String name, List<String> columns) {
    public ReadSheet {
        columns = List.copyOf(columns);
    }
}
