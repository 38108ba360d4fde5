package org.rumbo.operations.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.operations.archive.Table.Column;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Brings the rows of an archive into empty tables, a handful at a time. */
@Component
class RowLoading {
    private static final int AT_ONCE = 200;
    /** A row with a report in it is not kept waiting for others. */
    private static final int LARGE = 64 * 1024;

    private final JdbcTemplate jdbc;

    RowLoading(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows there were. */
    long load(ArchiveFile archive, Map<String, Table> tables) throws IOException {
        var rows = 0L;
        var present = archive.tables();
        for (var table : tables.values()) {
            if (present.contains(table.name())) {
                rows += load(archive, table);
            }
        }
        for (var later : ArchivedTables.LATER.entrySet()) {
            fillIn(archive, Objects.requireNonNull(tables.get(later.getKey())), later.getValue());
        }
        return rows;
    }

    private long load(ArchiveFile archive, Table table) throws IOException {
        var later = ArchivedTables.LATER.get(table.name());
        try (var reader = new RowReader(table, archive.read(ArchiveFile.data(table.name())))) {
            var first = reader.next();
            if (first == null) {
                return 0;
            }
            var given = given(table, first, reader);
            return Objects.requireNonNull(jdbc.execute((Connection connection) -> {
                var rows = 0L;
                try (var insert = connection.prepareStatement(table.insert(given))) {
                    var waiting = 0;
                    for (var row = first; row != null; row = reader.next()) {
                        waiting += add(insert, given, row, later, reader);
                        if (waiting >= AT_ONCE) {
                            send(insert, reader);
                            waiting = 0;
                        }
                        rows++;
                    }
                    send(insert, reader);
                }
                return rows;
            }));
        }
    }

    /** All rows of a table have the same columns; those that an older archive does not have yet must be able to do without. */
    private static List<Column> given(Table table, Map<String, @Nullable Object> first, RowReader reader) {
        var given = new ArrayList<Column>();
        for (var column : table.columns()) {
            if (first.containsKey(column.name())) {
                given.add(column);
            } else if (!column.optional()) {
                throw reader.refused(column.name() + " is missing");
            }
        }
        return given;
    }

    /** Says how much of a handful it is. */
    private static int add(
            PreparedStatement insert,
            List<Column> given,
            Map<String, @Nullable Object> row,
            @Nullable String later,
            RowReader reader)
            throws SQLException {
        if (row.size() != given.size()) {
            throw reader.refused("it has other columns than the first row");
        }
        var large = false;
        for (var place = 0; place < given.size(); place++) {
            var name = given.get(place).name();
            if (!row.containsKey(name)) {
                throw reader.refused("it has other columns than the first row");
            }
            var value = row.get(name);
            large |= value instanceof byte[] bytes && bytes.length > LARGE
                    || value instanceof String text && text.length() > LARGE;
            insert.setObject(place + 1, name.equals(later) ? null : value);
        }
        insert.addBatch();
        return large ? AT_ONCE : 1;
    }

    private static void send(PreparedStatement insert, RowReader reader) {
        try {
            insert.executeBatch();
        } catch (SQLException wrong) {
            var cause = wrong.getNextException() == null ? wrong : wrong.getNextException();
            throw reader.refused("the database does not take it or one shortly before: " + cause.getMessage());
        }
    }

    private void fillIn(ArchiveFile archive, Table table, String column) throws IOException {
        if (!archive.tables().contains(table.name())) {
            return;
        }
        try (var reader = new RowReader(table, archive.read(ArchiveFile.data(table.name())))) {
            var key = table.key().get(0);
            var some = new LinkedHashMap<Object, Object>();
            for (var row = reader.next(); row != null; row = reader.next()) {
                if (row.get(column) != null) {
                    some.put(Objects.requireNonNull(row.get(key)), Objects.requireNonNull(row.get(column)));
                }
                if (some.size() >= AT_ONCE) {
                    fillIn(table, column, key, some);
                }
            }
            fillIn(table, column, key, some);
        }
    }

    private void fillIn(Table table, String column, String key, Map<Object, Object> some) {
        jdbc.batchUpdate(
                "update " + table.name() + " set " + column + " = ? where " + key + " = ?",
                some.entrySet().stream()
                        .map(row -> new Object[] {row.getValue(), row.getKey()})
                        .toList());
        some.clear();
    }
}
