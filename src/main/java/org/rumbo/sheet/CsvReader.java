package org.rumbo.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rumbo.shared.Language;

/** Reads one CSV file, whatever its encoding and separator. */
final class CsvReader {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int LOOKED_AT = 10;

    private final List<SheetLayout> layouts;
    private final Language language;
    private final CellMeaning.Words words;
    private final SheetVisitor visitor;

    CsvReader(List<SheetLayout> layouts, Language language, CellMeaning.Words words, SheetVisitor visitor) {
        this.layouts = layouts;
        this.language = language;
        this.words = words;
        this.visitor = visitor;
    }

    /** @param done the keys of the layouts that were found already; the one found here is added */
    void read(CsvSource source, String name, Set<String> done) throws IOException {
        var encoding = CsvEncoding.of(source);
        var separator = separator(source, encoding);
        // Whoever separates by commas has no commas in numbers.
        var meaning = new CellMeaning(new LocalNotation(language, separator == ','), words);
        var sheet = new SheetReading(name, layouts, done, meaning, visitor).withoutExtraFields();
        try (var text = open(source, encoding)) {
            var parser = new CsvParser(text, separator);
            var number = 0;
            for (var record = parser.next(); record.isPresent(); record = parser.next()) {
                number++;
                if (number == 1 && separatorLine(record.get(), separator)) {
                    number = 0;
                    continue;
                }
                sheet.row(number, false, cells(record.get()));
            }
        }
        sheet.end();
    }

    private static InputStreamReader open(CsvSource source, CsvEncoding encoding) throws IOException {
        var in = source.open();
        in.readNBytes(encoding.mark());
        return new InputStreamReader(in, encoding.charset());
    }

    /** The separator with which the head names most columns. */
    private char separator(CsvSource source, CsvEncoding encoding) throws IOException {
        var best = ',';
        var most = 0;
        for (var separator : SEPARATORS) {
            try (var text = open(source, encoding)) {
                var known = known(new CsvParser(text, separator));
                if (known > most) {
                    best = separator;
                    most = known;
                }
            } catch (UploadedArchive.Refusal notThisOne) {
                // Quotes of another separator's fields; the right one is judged when the file is read.
            }
        }
        return best;
    }

    private int known(CsvParser parser) throws IOException {
        for (var i = 0; i < LOOKED_AT; i++) {
            var record = parser.next();
            if (record.isEmpty()) {
                return 0;
            }
            var head = headOf(record.get());
            if (head.isPresent()) {
                return head.get().columns().size() + head.get().twice().size();
            }
        }
        return 0;
    }

    private Optional<SheetHead> headOf(List<String> record) throws IOException {
        return SheetHead.of(cells(record), layouts);
    }

    /** Excel's own way to say what separates: {@code sep=;}. */
    private static boolean separatorLine(List<String> record, char separator) {
        return record.get(0).startsWith("sep=")
                && String.join(String.valueOf(separator), record).length() == "sep=;".length();
    }

    private static List<RawCell> cells(List<String> record) throws IOException {
        var cells = new ArrayList<RawCell>();
        for (var i = 0; i < record.size(); i++) {
            var text = FormulaGuard.bare(record.get(i));
            if (!text.isEmpty()) {
                if (i >= SheetLimits.COLUMNS && !text.isBlank()) {
                    throw new UploadedArchive.Refusal(WorkbookRefused.Reason.TOO_MANY_COLUMNS);
                }
                cells.add(new RawCell(i + 1, RawCell.Kind.TEXT, text));
            }
        }
        return cells;
    }
}
