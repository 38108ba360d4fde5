package org.rumbo.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rumbo.shared.Language;

/** Reads one CSV file, whatever its encoding and separator. */
final class CsvReader {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int LOOKED_AT = 10;

    private final List<SheetLayout> layouts;
    private final List<ColumnChoice> choices;
    private final Language language;
    private final CellMeaning.Words words;
    private final SheetVisitor visitor;

    CsvReader(
            List<SheetLayout> layouts,
            List<ColumnChoice> choices,
            Language language,
            CellMeaning.Words words,
            SheetVisitor visitor) {
        this.layouts = layouts;
        this.choices = choices;
        this.language = language;
        this.words = words;
        this.visitor = visitor;
    }

    /** @param done the keys of the layouts that were found already; the one found here is added */
    void read(CsvSource source, String name, Set<String> done) throws IOException {
        var encoding = CsvEncoding.of(source);
        var separator = separator(source, encoding, name);
        // Whoever separates by commas has no commas in numbers.
        var meaning = new CellMeaning(new LocalNotation(language, separator == ','), words);
        var sheet = new SheetReading(name, layouts, choices, done, meaning, visitor).withoutExtraFields();
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

    /** The separator with which the head names most columns; where none is known, with which the first record has most fields. */
    private char separator(CsvSource source, CsvEncoding encoding, String name) throws IOException {
        var best = ',';
        var most = 0;
        for (var separator : SEPARATORS) {
            try (var text = open(source, encoding)) {
                var known = known(new CsvParser(text, separator), name);
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

    /** How many columns the head has that are known, which counts for more than how many fields the first record has. */
    private int known(CsvParser parser, String name) throws IOException {
        var fields = 0;
        for (var i = 0; i < LOOKED_AT; i++) {
            var record = parser.next();
            if (record.isEmpty()) {
                break;
            }
            var cells = cells(record.get());
            var head = SheetHead.of(cells, layouts, name, choices);
            if (head.isPresent()) {
                return SheetLimits.COLUMNS
                        * (head.get().columns().size() + head.get().twice().size());
            }
            fields = fields == 0 && cells.size() > 1 ? Math.min(cells.size(), SheetLimits.COLUMNS) : fields;
        }
        return fields;
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
