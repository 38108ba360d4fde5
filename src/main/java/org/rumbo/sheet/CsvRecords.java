package org.rumbo.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of one sheet as CSV (RFC 4180): UTF-8, commas, CRLF, the keys of the columns as head. A NUL or half a surrogate pair,
 * which no UTF-8 text should have, becomes U+FFFD.
 */
final class CsvRecords {
    private static final String END = "\r\n";
    private static final char REPLACEMENT = '\uFFFD';

    private final Writer out;
    private final SheetLayout layout;
    private final boolean problems;

    /** @param problems whether there is a last column for them */
    CsvRecords(OutputStream to, SheetLayout layout, boolean problems) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        this.layout = layout;
        this.problems = problems;
        var keys = new ArrayList<String>();
        layout.columns().forEach(column -> keys.add(column.key()));
        if (problems) {
            keys.add(SheetLayout.PROBLEMS);
        }
        write(keys);
    }

    void row(SheetRow row) throws IOException {
        var fields = new ArrayList<String>();
        for (var column : layout.columns()) {
            fields.add(field(column, row.cell(column.key())));
        }
        if (problems) {
            fields.add(FormulaGuard.guarded(row.told(layout)));
        }
        write(fields);
    }

    private static String field(SheetColumn column, CellValue value) {
        CellContent.check(column, value);
        var text = clean(CellContent.plain(value));
        // A negative number is no formula, whatever it begins with.
        return value instanceof CellValue.Whole || value instanceof CellValue.Decimal
                ? text
                : FormulaGuard.guarded(text);
    }

    private void write(List<String> fields) throws IOException {
        for (var i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var field = fields.get(i);
            // A record of one empty field would be an empty line.
            out.write(fields.size() == 1 && field.isEmpty() ? "\"\"" : CsvLine.quoted(field));
        }
        out.write(END);
    }

    private static String clean(String text) {
        var cut = text.length() <= SheetLimits.CELL ? text : cut(text);
        StringBuilder cleaned = null;
        for (var i = 0; i < cut.length(); i++) {
            if (cut.charAt(i) == '\0' || isHalf(cut, i)) {
                cleaned = cleaned == null ? new StringBuilder(cut) : cleaned;
                cleaned.setCharAt(i, REPLACEMENT);
            }
        }
        return cleaned == null ? cut : cleaned.toString();
    }

    private static String cut(String text) {
        var end = SheetLimits.CELL;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static boolean isHalf(String text, int at) {
        var letter = text.charAt(at);
        if (Character.isHighSurrogate(letter)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(letter) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    void flush() throws IOException {
        out.flush();
    }
}
