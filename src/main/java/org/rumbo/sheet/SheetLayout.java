package org.rumbo.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sheet of one kind of thing: which columns it has, in the order in which it is written.
 *
 * @param key the technical name, with the letters of a column's; it is the name of the CSV file and of the Data Package's
 *     resource, and the workbook's way to know a sheet that was renamed
 * @param label what the tab says, in the reader's language; shortened and cleaned where Excel would refuse it
 * @param columns from 1 to {@link SheetLimits#COLUMNS}, no key twice, whether in capitals or not
 * @param primaryKey the keys of the columns that together name a row; may be empty
 */
public record SheetLayout(String key, String label, List<SheetColumn> columns, List<String> primaryKey) {
    /** Stands for the column of words that a corrected file has and that nobody reads back. */
    public static final String PROBLEMS = "problems-found";

    public SheetLayout {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        if (!SheetColumn.isKey(key) || columns.isEmpty() || columns.size() > SheetLimits.COLUMNS) {
            throw new IllegalArgumentException("No layout of a sheet: " + key);
        }
        var keys = new HashSet<String>();
        for (var column : columns) {
            if (!keys.add(column.key().toLowerCase(Locale.ROOT)) || column.key().equalsIgnoreCase(PROBLEMS)) {
                throw new IllegalArgumentException("Twice or not to be used in " + key + ": " + column.key());
            }
        }
        primaryKey.forEach(name -> {
            if (!keys.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("No column of " + key + ": " + name);
            }
        });
    }

    /** The column with that key, whether in capitals or not. */
    public Optional<SheetColumn> column(String key) {
        return columns.stream()
                .filter(column -> column.key().equalsIgnoreCase(key))
                .findFirst();
    }
}
