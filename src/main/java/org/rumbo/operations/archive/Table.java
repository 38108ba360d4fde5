package org.rumbo.operations.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table as the database describes it.
 *
 * @param key the columns of its primary key
 * @param references which of its columns name a row of another table
 */
record Table(String name, List<Column> columns, List<String> key, List<Reference> references) {
    /**
     * @param optional whether a row can do without a value of its own: null, or what the database gives
     */
    record Column(String name, Kind kind, boolean nullable, boolean optional, boolean counted) {}

    record Reference(List<String> columns, String table, List<String> to) {}

    Map<String, Column> byName() {
        return columns.stream().collect(Collectors.toMap(Column::name, column -> column));
    }

    /** Always in the same order, so that the same content makes the same file. */
    String select() {
        return "select " + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + " from " + name
                + " order by " + String.join(", ", key.isEmpty() ? List.of("1") : key);
    }

    String insert(List<Column> given) {
        return "insert into " + name + " (" + given.stream().map(Column::name).collect(Collectors.joining(", ")) + ")"
                + (given.stream().anyMatch(Column::counted) ? " overriding system value" : "") + " values ("
                + given.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }
}
