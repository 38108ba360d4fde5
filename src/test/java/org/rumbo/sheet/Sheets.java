package org.rumbo.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rumbo.shared.Language;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What all tests of sheets need: words, a frame, writing to bytes, and reading all of it at once. */
final class Sheets {
    static final ResourceBundleMessageSource MESSAGES = messages();
    static final WorkbookFormats FORMATS = new WorkbookFormats(MESSAGES);
    static final WorkbookReader READER = new WorkbookReader(MESSAGES);
    static final WorkbookFrame FRAME = frame(Language.EN);

    private Sheets() {}

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/sheet-format");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static WorkbookFrame frame(Language language) {
        return new WorkbookFrame(
                "Rumbo 1.0",
                1,
                Instant.parse("2026-03-12T10:15:00Z"),
                language,
                "Recommendations",
                List.of("Read me", "Fill in what is white."),
                "Read me",
                null);
    }

    /** Begins a file on a stream. */
    interface Format extends Function<ByteArrayOutputStream, WorkbookWriter> {}

    static Format xlsx(WorkbookFrame frame) {
        return to -> FORMATS.xlsx(to, frame);
    }

    static Format csv() {
        return to -> FORMATS.csv(to, FRAME, false);
    }

    static Format archive() {
        return to -> FORMATS.csvArchive(to, FRAME);
    }

    static byte[] write(Format format, SheetLayout layout, List<Map<String, CellValue>> rows) throws IOException {
        var all = new LinkedHashMap<SheetLayout, List<SheetRow>>();
        all.put(layout, rows.stream().map(SheetRow::of).toList());
        return write(format, all);
    }

    static byte[] write(Format format, Map<SheetLayout, List<SheetRow>> sheets) throws IOException {
        var to = new ByteArrayOutputStream();
        try (var writer = format.apply(to)) {
            for (var sheet : sheets.entrySet()) {
                writer.sheet(sheet.getKey());
                for (var row : sheet.getValue()) {
                    writer.row(row);
                }
            }
            writer.finish();
        }
        return to.toByteArray();
    }

    /** All that a reading told. */
    static final class Told implements SheetVisitor {
        ReadFrame frame;
        final List<ReadSheet> sheets = new ArrayList<>();
        final List<ReadRow> rows = new ArrayList<>();
        final List<SheetProblem> problems = new ArrayList<>();

        @Override
        public void frame(ReadFrame found) {
            frame = found;
        }

        @Override
        public void sheet(ReadSheet sheet) {
            sheets.add(sheet);
        }

        @Override
        public void row(ReadRow row) {
            rows.add(row);
        }

        @Override
        public void problem(SheetProblem problem) {
            problems.add(problem);
        }

        List<Map<String, CellValue>> values(String sheet) {
            return rows.stream()
                    .filter(row -> row.sheet().equals(sheet))
                    .map(Sheets::values)
                    .toList();
        }

        List<SheetProblem.Kind> kinds() {
            var kinds =
                    new ArrayList<>(problems.stream().map(SheetProblem::kind).toList());
            rows.forEach(row -> row.problems().forEach(problem -> kinds.add(problem.kind())));
            return kinds;
        }
    }

    /** Without empty ones, for a row to write has none. */
    static Map<String, CellValue> values(ReadRow row) {
        var values = new LinkedHashMap<String, CellValue>();
        row.cells().forEach((key, cell) -> {
            if (!cell.value().isEmpty()) {
                values.put(key, cell.value());
            }
        });
        return values;
    }

    static Told read(byte[] content, List<SheetLayout> layouts, Language language) throws IOException, WorkbookRefused {
        var file = Files.createTempFile("rumbo-sheet", ".bin");
        try {
            Files.write(file, content);
            return read(file, layouts, language);
        } finally {
            Files.delete(file);
        }
    }

    static Told read(Path file, List<SheetLayout> layouts, Language language) throws IOException, WorkbookRefused {
        var told = new Told();
        READER.read(file, "upload.csv", layouts, language, told);
        return told;
    }
}
