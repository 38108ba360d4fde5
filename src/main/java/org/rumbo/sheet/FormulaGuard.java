package org.rumbo.sheet;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet program would take for a formula. In CSV they get an apostrophe before them, which our reader takes off
 * again. A text that looks as if it had one already gets a second, so that each text comes back as it was.
 */
final class FormulaGuard {
    private static final String START = "[\\p{Z}\\x0B\\f]*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
    private static final Pattern DANGEROUS = Pattern.compile(START);
    private static final Pattern TO_GUARD = Pattern.compile("'*" + START);
    private static final Pattern GUARDED = Pattern.compile("'+" + START);

    private FormulaGuard() {}

    static boolean isDangerous(String text) {
        return DANGEROUS.matcher(text).lookingAt();
    }

    static String guarded(String text) {
        return TO_GUARD.matcher(text).lookingAt() ? "'" + text : text;
    }

    static String bare(String text) {
        return GUARDED.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
