package org.rumbo.exchange;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows that wait on the disk until the sheets before theirs are written: so each recommendation is read once for all sheets. */
final class RowSpool implements AutoCloseable {
    private static final TypeReference<Map<String, @Nullable String>> ROW = new TypeReference<>() {};

    private final JsonMapper json;
    private final Map<SheetKind, Path> files = new EnumMap<>(SheetKind.class);
    private final Map<SheetKind, BufferedWriter> open = new EnumMap<>(SheetKind.class);

    RowSpool(JsonMapper json) {
        this.json = json;
    }

    interface Taker {
        void row(Map<String, @Nullable String> values) throws IOException;
    }

    void add(SheetKind kind, Map<String, @Nullable String> values) throws IOException {
        var writer = open.get(kind);
        if (writer == null) {
            var file = Files.createTempFile("rumbo-sheet", ".rows");
            files.put(kind, file);
            writer = Files.newBufferedWriter(file);
            open.put(kind, writer);
        }
        // Line ends within a text are written as two letters, so that each row is one line.
        writer.write(json.writeValueAsString(values));
        writer.write('\n');
    }

    /** Hands the rows of a kind on, in the order in which they were added. */
    void drain(SheetKind kind, Taker taker) throws IOException {
        var writer = open.remove(kind);
        var file = files.get(kind);
        if (writer == null || file == null) {
            return;
        }
        writer.close();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                taker.row(json.readValue(line, ROW));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var writer : open.values()) {
            writer.close();
        }
        for (var file : files.values()) {
            Files.deleteIfExists(file);
        }
    }
}
