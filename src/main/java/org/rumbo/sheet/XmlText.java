package org.rumbo.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in the cells of a workbook: what XML cannot hold stands as {@code _xHHHH_} (ECMA-376 part 1, 22.9.2.19). */
final class XmlText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LIKE_ESCAPED = Pattern.compile("_x[0-9A-Fa-f]{4}");
    private static final int ESCAPE = 7;

    private XmlText() {}

    /** Cut where its escaped form would be longer than a cell may be; never within a character. */
    static String encode(String text) {
        var encoded = new StringBuilder(text.length() + ESCAPE);
        var like = LIKE_ESCAPED.matcher(text);
        for (var i = 0; i < text.length(); ) {
            var letter = text.codePointAt(i);
            var before = encoded.length();
            // Also where no "_" follows: the next character may bring one.
            if (isForbidden(letter)
                    || (letter == '_' && like.region(i, text.length()).lookingAt())) {
                encoded.append("_x%04X_".formatted(letter));
            } else {
                encoded.appendCodePoint(letter);
            }
            if (encoded.length() > SheetLimits.CELL) {
                encoded.setLength(before);
                break;
            }
            i += Character.charCount(letter);
        }
        return encoded.toString();
    }

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16))));
    }

    private static boolean isForbidden(int letter) {
        return (letter < ' ' && letter != '\t' && letter != '\n')
                || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE)
                || letter == 0xFFFE
                || letter == 0xFFFF;
    }
}
