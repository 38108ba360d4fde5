package org.rumbo.operations.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads the rows of a table from an archive, one after the other. */
final class RowReader implements AutoCloseable {
    private final Table table;
    private final Map<String, Table.Column> columns;
    private final JsonParser json;
    private long number;

    RowReader(Table table, InputStream content) {
        this.table = table;
        this.columns = table.byName();
        this.json = Json.ROWS.createParser(ObjectReadContext.empty(), content);
    }

    /** Null behind the last one. Columns that are not there are not in it. */
    @Nullable
    Map<String, @Nullable Object> next() {
        try {
            var token = json.nextToken();
            if (token == null) {
                return null;
            }
            number++;
            if (token != JsonToken.START_OBJECT) {
                throw refused("it is no row");
            }
            var row = new LinkedHashMap<String, @Nullable Object>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                var column = columns.get(name);
                if (column == null) {
                    throw refused("there is no such column: " + name);
                }
                row.put(name, value(column));
            }
            return row;
        } catch (JacksonException broken) {
            throw refused("it cannot be read");
        }
    }

    private @Nullable Object value(Table.Column column) {
        if (json.nextToken() == JsonToken.VALUE_NULL) {
            if (!column.nullable()) {
                throw refused(column.name() + " is missing");
            }
            return null;
        }
        try {
            return column.kind().read(json);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException wrong) {
            throw refused(column.name() + " is no " + column.kind().type());
        }
    }

    ArchiveRefused refused(String why) {
        return new ArchiveRefused("%s, row %d: %s".formatted(ArchiveFile.data(table.name()), number, why));
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
