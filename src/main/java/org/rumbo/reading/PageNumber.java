package org.rumbo.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a page as heads and feet print it: alone, or at either end of a line that says something else. */
record PageNumber(int number, String rest) {
    private static final Pattern ALONE = Pattern.compile(
            "^[\\s\\-\\u2013\\u2014|\\[(]*(?:(?:page|p[aá]gina|p[aá]g\\.?|p\\.)\\s*)?(\\d{1,4})"
                    + "(?:\\s*(?:/|of|de)\\s*\\d{1,4})?[\\s\\-\\u2013\\u2014|\\])]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FIRST =
            Pattern.compile("^(\\d{1,4})(?:\\s*[|\\u2022\\u00b7\\u2013\\u2014/]\\s*|\\s+)(\\p{L}.{2,})$");
    private static final Pattern LAST =
            Pattern.compile("^(\\p{L}.{2,}?)(?:\\s*[|\\u2022\\u00b7\\u2013\\u2014/]\\s*|\\s+)"
                    + "(?:(?:page|p[aá]gina|p[aá]g\\.?|p\\.)\\s*)?(\\d{1,4})$");
    private static final int LONGEST = 120;

    static @Nullable PageNumber in(String raw) {
        var text = raw.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        var alone = ALONE.matcher(text);
        if (alone.matches()) {
            return new PageNumber(Integer.parseInt(alone.group(1)), "");
        }
        var first = FIRST.matcher(text);
        if (first.matches()) {
            return new PageNumber(Integer.parseInt(first.group(1)), first.group(2));
        }
        var last = LAST.matcher(text);
        return last.matches() ? new PageNumber(Integer.parseInt(last.group(2)), last.group(1)) : null;
    }

    boolean isAlone() {
        return rest.isEmpty();
    }
}
