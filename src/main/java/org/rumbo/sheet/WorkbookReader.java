package org.rumbo.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rumbo.shared.Language;
import org.rumbo.sheet.WorkbookRefused.Reason;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what people bring back: workbooks (ECMA-376), CSV (RFC 4180) and archives of CSV, told apart by their bytes. */
@Component
public class WorkbookReader {
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int MOST_DESCRIPTION = 1 << 20;

    private final CellMeaning.Words words;

    WorkbookReader(MessageSource messages) {
        words = CellMeaning.words(all(messages, "yes"), all(messages, "no"));
    }

    /** In all languages, for a workbook may be filled in by somebody who reads another. */
    private static List<String> all(MessageSource messages, String word) {
        return Arrays.stream(Language.values())
                .flatMap(language ->
                        Arrays.stream(messages.getMessage("sheet." + word + ".others", null, language.locale())
                                .split(",")))
                .toList();
    }

    /**
     * Reads a file to its end, or refuses it.
     *
     * @param file where it lies; opened several times, never written to
     * @param name what it was called when it was uploaded: it names the sheet of a CSV file, and is no path
     * @param layouts those that are looked for, with labels in the reader's language
     * @param language whose way of writing days and numbers is taken where a cell holds them as text
     * @throws WorkbookRefused if it is no such file, or larger than {@link SheetLimits} allow
     * @throws IOException if the disk does not let us read it
     */
    public void read(Path file, String name, List<SheetLayout> layouts, Language language, SheetVisitor visitor)
            throws WorkbookRefused, IOException {
        read(file, name, layouts, List.of(), language, visitor);
    }

    /** The same, where somebody said what some of its headings mean. */
    public void read(
            Path file,
            String name,
            List<SheetLayout> layouts,
            List<ColumnChoice> choices,
            Language language,
            SheetVisitor visitor)
            throws WorkbookRefused, IOException {
        if (!isKnown(file, name, layouts, choices, language, visitor)) {
            throw new WorkbookRefused(Reason.NO_KNOWN_SHEET);
        }
    }

    /**
     * The headings of its sheets, also of those which are none of ours.
     *
     * @throws WorkbookRefused as {@link #read} does, but for a file without any sheet of ours
     */
    public List<FoundHead> heads(Path file, String name, List<SheetLayout> layouts, Language language)
            throws WorkbookRefused, IOException {
        var found = new ArrayList<FoundHead>();
        isKnown(file, name, layouts, List.of(), language, new SheetVisitor() {
            @Override
            public void row(ReadRow row) {
                // Not asked for.
            }

            @Override
            public void head(FoundHead head) {
                found.add(head);
            }

            @Override
            public boolean takesRows() {
                return false;
            }
        });
        return List.copyOf(found);
    }

    private boolean isKnown(
            Path file,
            String name,
            List<SheetLayout> layouts,
            List<ColumnChoice> choices,
            Language language,
            SheetVisitor visitor)
            throws WorkbookRefused, IOException {
        var size = Files.size(file);
        if (size == 0) {
            throw new WorkbookRefused(Reason.EMPTY);
        }
        if (size > SheetLimits.FILE) {
            throw new WorkbookRefused(Reason.TOO_LARGE, String.valueOf(SheetLimits.FILE >> 20));
        }
        var done = new HashSet<String>();
        try {
            var start = start(file);
            if (begins(start, ZIP)) {
                archive(file, layouts, choices, language, visitor, done);
            } else if (begins(start, OLE)) {
                throw new WorkbookRefused(ofOldKind(file));
            } else {
                visitor.frame(XlsxReader.frame(ReadFrame.FileKind.CSV, Map.of()));
                new CsvReader(layouts, choices, language, words, visitor)
                        .read(() -> Files.newInputStream(file), name, done);
            }
        } catch (UploadedArchive.Refusal refused) {
            throw refused.asRefused();
        }
        return !done.isEmpty();
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(OLE.length);
        }
    }

    private static boolean begins(byte[] start, byte[] with) {
        return start.length >= with.length && Arrays.equals(start, 0, with.length, with, 0, with.length);
    }

    private void archive(
            Path file,
            List<SheetLayout> layouts,
            List<ColumnChoice> choices,
            Language language,
            SheetVisitor visitor,
            Set<String> done)
            throws WorkbookRefused, IOException {
        try (var archive = UploadedArchive.open(file)) {
            if (XlsxReader.isOne(archive)) {
                var meaning = new CellMeaning(new LocalNotation(language, false), words);
                new XlsxReader(archive, visitor).read(layouts, choices, meaning, done);
                return;
            }
            if (archive.has("mimetype")) {
                throw new WorkbookRefused(Reason.OPEN_DOCUMENT);
            }
            var files = archive.names().stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .toList();
            if (files.isEmpty()) {
                throw new WorkbookRefused(Reason.UNKNOWN_KIND);
            }
            if (files.size() > SheetLimits.SHEETS) {
                throw new WorkbookRefused(Reason.TOO_MANY_SHEETS);
            }
            visitor.frame(XlsxReader.frame(ReadFrame.FileKind.CSV_ARCHIVE, described(archive)));
            var reader = new CsvReader(layouts, choices, language, words, visitor);
            for (var name : files) {
                reader.read(() -> Objects.requireNonNull(archive.open(name)), name, done);
            }
        }
    }

    /** What the archive's description says of it, if it can be read. */
    private static Map<String, String> described(UploadedArchive archive) throws IOException {
        var said = new HashMap<String, String>();
        try (var in = archive.open(DataPackage.FILE)) {
            if (in != null) {
                var about = new JsonMapper().readTree(in.readNBytes(MOST_DESCRIPTION));
                said.put(XlsxLists.PRODUCT, about.path("rumbo:product").asString(""));
                said.put(XlsxLists.FORMAT, about.path("rumbo:format").asString(""));
                said.put(XlsxLists.WRITTEN_AT, about.path("created").asString(""));
                said.put(XlsxLists.LANGUAGE, about.path("rumbo:language").asString(""));
                said.values().removeIf(String::isEmpty);
            }
        } catch (JacksonException unreadable) {
            said.clear();
        }
        return said;
    }

    /** Both a workbook with a password and one of old are containers of streams, whose names stand in them as UTF-16. */
    private static Reason ofOldKind(Path file) throws IOException {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (content.contains(wide("EncryptedPackage"))) {
            return Reason.ENCRYPTED;
        }
        return content.contains(wide("Workbook")) || content.contains(wide("Book"))
                ? Reason.OLD_EXCEL
                : Reason.UNKNOWN_KIND;
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
