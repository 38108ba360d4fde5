package org.rumbo.operations.archive;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rumbo.operations.archive.Table.Column;
import org.rumbo.operations.archive.Table.Reference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads from the database which tables there are and what they look like. */
@Component
class Tables {
    private static final Map<String, Set<String>> DATABASES_OWN = Map.of("ledger_event", Set.of("tx"));

    private final JdbcTemplate jdbc;

    Tables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The tables that go, in the order of {@link ArchivedTables#GOES}. */
    Map<String, Table> going() {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> {
            var tables = new LinkedHashMap<String, Table>();
            var names = names(connection);
            for (var name : ArchivedTables.GOES) {
                var own = names.get(name);
                if (own == null) {
                    throw new IllegalStateException("No table " + name);
                }
                tables.put(name, table(connection.getMetaData(), name, own));
            }
            return tables;
        }));
    }

    /** Every table but the engine's and the one in which the migrations are written down. */
    Set<String> all() {
        var all = new TreeSet<>(Objects.requireNonNull(jdbc.execute((Connection connection) -> names(connection)))
                .keySet());
        all.removeIf(name -> name.startsWith("act_") || name.equals("flyway_schema_history"));
        return all;
    }

    /** What the database itself calls them, by their names in small letters. */
    private static Map<String, String> names(Connection connection) throws SQLException {
        var names = new TreeMap<String, String>();
        try (var found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                var name = found.getString("TABLE_NAME");
                names.put(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return names;
    }

    private Table table(DatabaseMetaData data, String name, String own) throws SQLException {
        var schema = data.getConnection().getSchema();
        var key = new TreeMap<Integer, String>();
        try (var found = data.getPrimaryKeys(null, schema, own)) {
            while (found.next()) {
                key.put(found.getInt("KEY_SEQ"), small(found.getString("COLUMN_NAME")));
            }
        }
        return new Table(name, columns(schema, name, own), List.copyOf(key.values()), references(data, schema, own));
    }

    private List<Column> columns(String schema, String name, String own) {
        var not = DATABASES_OWN.getOrDefault(name, Set.of());
        var columns = new ArrayList<Column>();
        jdbc.query(
                "select column_name, data_type, is_nullable, column_default, is_identity"
                        + " from information_schema.columns where table_schema = ? and table_name = ?"
                        + " order by ordinal_position",
                row -> {
                    var column = small(row.getString(1));
                    if (!not.contains(column)) {
                        var nullable = row.getString(3).equals("YES");
                        var counted = row.getString(5).equals("YES");
                        var optional = nullable || counted || row.getString(4) != null;
                        columns.add(new Column(column, Kind.of(row.getString(2)), nullable, optional, counted));
                    }
                },
                schema,
                own);
        return columns;
    }

    private static List<Reference> references(DatabaseMetaData data, String schema, String own) throws SQLException {
        var found = new LinkedHashMap<String, Reference>();
        try (var keys = data.getImportedKeys(null, schema, own)) {
            while (keys.next()) {
                var reference = found.computeIfAbsent(
                        keys.getString("FK_NAME"), unused -> new Reference(new ArrayList<>(), "", new ArrayList<>()));
                reference.columns().add(small(keys.getString("FKCOLUMN_NAME")));
                reference.to().add(small(keys.getString("PKCOLUMN_NAME")));
                found.put(
                        keys.getString("FK_NAME"),
                        new Reference(reference.columns(), small(keys.getString("PKTABLE_NAME")), reference.to()));
            }
        }
        return List.copyOf(found.values());
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
