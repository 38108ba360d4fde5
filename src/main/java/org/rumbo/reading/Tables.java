package org.rumbo.reading;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Lines in which words stand wide apart, several below each other: rows of a table, or columns that a program put side by side.
 * What belongs together there nobody can tell by rules.
 */
final class Tables {
    private static final Pattern MARKED =
            Pattern.compile("^\\s*(?:\\(?[\\p{L}\\d]{1,4}[.)]|\\d+(?:\\.\\d+)+|[^\\p{L}\\d\\s|])\\s+");
    private static final Pattern WIDE =
            Pattern.compile("\\S(?: {3,}|\\s*\\t\\s*)\\S|\\S\\s*\\|\\s*\\S.*\\||^\\s*\\|.*\\|");
    private static final int FEWEST = 3;
    private static final int LONGEST = 500;

    private Tables() {}

    static boolean[] in(Source source) {
        var lines = source.lines();
        var tables = new boolean[lines.size()];
        var run = 0;
        var first = 0;
        for (var i = 0; i < lines.size(); i++) {
            var raw = lines.get(i).raw();
            if (isWide(raw)) {
                first = run == 0 ? i : first;
                run++;
                if (run >= FEWEST) {
                    Arrays.fill(tables, first, i + 1, true);
                }
            } else if (!raw.isBlank()) {
                run = 0;
            }
        }
        return tables;
    }

    private static boolean isWide(String raw) {
        if (raw.isBlank()
                || raw.length() > LONGEST
                || !Typography.withoutLetterSpacing(raw).equals(raw.strip())) {
            return false;
        }
        return WIDE.matcher(MARKED.matcher(raw).replaceFirst("")).find();
    }
}
