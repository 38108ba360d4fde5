package org.rumbo.sheet;

import java.util.List;
import java.util.stream.Collectors;

/** A record of CSV (RFC 4180) whose texts no spreadsheet takes for formulas; for everything that leaves as CSV. */
public final class CsvLine {
    private CsvLine() {}

    /** A line of texts, with its end. */
    public static String of(List<String> texts) {
        return texts.stream().map(CsvLine::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text as a field. */
    public static String field(String text) {
        return quoted(FormulaGuard.guarded(text));
    }

    /** A field as it is written, its quotes doubled where it needs any. */
    static String quoted(String field) {
        return needsQuotes(field) ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }

    private static boolean needsQuotes(String field) {
        if (!field.isEmpty() && (field.charAt(0) <= ' ' || field.charAt(field.length() - 1) <= ' ')) {
            return true;
        }
        for (var i = 0; i < field.length(); i++) {
            var letter = field.charAt(i);
            if (letter == ',' || letter == ';' || letter == '"' || letter < ' ') {
                return true;
            }
        }
        return false;
    }
}
