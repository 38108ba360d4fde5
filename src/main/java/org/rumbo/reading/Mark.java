package org.rumbo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What opens an item of a list: {@code a.}, {@code (iv)}, {@code 3)}, a bullet, {@code Recommendation 2:}.
 *
 * @param form how it is dressed; items of one list are dressed alike
 * @param ordinal from 1; for bullets 0
 * @param rest the item's words on the same line
 */
record Mark(Style style, String form, String printed, int ordinal, String rest) {
    enum Style {
        LETTER,
        CAPITAL,
        NUMBER,
        DECIMAL,
        ROMAN,
        CAPITAL_ROMAN,
        BULLET,
        LABEL
    }

    private static final Pattern DRESSED = Pattern.compile(
            "^(?:\\(\\s?([A-Za-z]|[ivxlIVXL]{1,6}|\\d{1,6})\\s?\\)|([A-Za-z]|[ivxlIVXL]{1,6}|\\d{1,6})\\s?(\\.-|\\.\\)|[.)]|[º°]\\.?))\\s+(.*)$");
    private static final Pattern DECIMAL = Pattern.compile("^((?:\\d{1,2}\\.){1,2})(\\d{1,3})[.)]?\\s+(.*)$");
    private static final Pattern BULLET =
            Pattern.compile("^([\\u2022\\u00b7\\u25aa\\u25ab\\u25a0\\u25a1\\u25cf\\u25cb\\u25e6\\u2023\\u2043\\u25ba"
                    + "\\u27a2\\u27a4\\u2713\\u2714\\uf0a7\\uf0b7\\uf0d8\\uf0fc]\\s*|[-\\u2013\\u2014*+]\\s+)(\\S.*)$");
    private static final Pattern LABEL = Pattern.compile(
            "^(recommendation|recomendaci[oó]n|recomenda[cç][aã]o|proposal|propuesta|proposta|lineamiento|diretriz)\\s+"
                    + "(?:n\\s?[.º°]{1,2}\\s?|#)?(\\d{1,3}|[ivxl]{1,5}|[a-z])\\s?(?:[:.)]|[\\u2013\\u2014-](?=\\s))\\s*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ROMAN = Pattern.compile("x{0,3}(ix|iv|v?i{0,3})", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 4_000;

    /** How the line's beginning may be read; {@code i.} is both a letter and a number. */
    static List<Mark> readings(String text) {
        if (text.isEmpty() || text.length() > LONGEST && !Character.isLetterOrDigit(text.charAt(0))) {
            return List.of();
        }
        var head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var tail = text.substring(head.length());
        var found = new ArrayList<Mark>();
        var bullet = BULLET.matcher(head);
        if (bullet.matches()) {
            var sign = bullet.group(1).strip();
            return List.of(new Mark(Style.BULLET, sign, sign, 0, bullet.group(2) + tail));
        }
        var label = LABEL.matcher(head);
        if (label.matches()) {
            var ordinal = number(label.group(2));
            return ordinal == null
                    ? List.of()
                    : List.of(new Mark(Style.LABEL, "", label.group(2), ordinal, label.group(3) + tail));
        }
        var dressed = DRESSED.matcher(head);
        if (dressed.matches()) {
            addReadings(dressed, tail, found);
        }
        var decimal = DECIMAL.matcher(head);
        if (decimal.matches()) {
            var printed = decimal.group(1) + decimal.group(2);
            var ordinal = Integer.parseInt(decimal.group(2));
            found.add(new Mark(Style.DECIMAL, decimal.group(1), printed, ordinal, decimal.group(3) + tail));
        }
        return found;
    }

    private static void addReadings(Matcher dressed, String tail, List<Mark> found) {
        var inBrackets = dressed.group(1) != null;
        var printed = inBrackets ? dressed.group(1) : dressed.group(2);
        var form = inBrackets ? "()" : dressed.group(3);
        var rest = dressed.group(4) + tail;
        var first = printed.charAt(0);
        if (Character.isDigit(first)) {
            found.add(new Mark(Style.NUMBER, form, printed, Integer.parseInt(printed), rest));
            return;
        }
        var high = Character.isUpperCase(first);
        if (printed.length() == 1) {
            var ordinal = Character.toLowerCase(first) - 'a' + 1;
            found.add(new Mark(high ? Style.CAPITAL : Style.LETTER, form, printed, ordinal, rest));
        }
        if (ROMAN.matcher(printed).matches()) {
            found.add(new Mark(high ? Style.CAPITAL_ROMAN : Style.ROMAN, form, printed, roman(printed), rest));
        }
    }

    /** Whether both can be of one list. */
    boolean isLike(Mark other) {
        return style == other.style && form.equals(other.form);
    }

    boolean opensList() {
        return ordinal <= 1;
    }

    boolean isBullet() {
        return style == Style.BULLET;
    }

    private static @Nullable Integer number(String printed) {
        if (Character.isDigit(printed.charAt(0))) {
            return Integer.parseInt(printed);
        }
        if (ROMAN.matcher(printed).matches()) {
            return roman(printed);
        }
        return printed.length() == 1 ? Character.toLowerCase(printed.charAt(0)) - 'a' + 1 : null;
    }

    static int roman(String printed) {
        var values = printed.toLowerCase(Locale.ROOT)
                .chars()
                .map(sign -> sign == 'i' ? 1 : sign == 'v' ? 5 : sign == 'x' ? 10 : 50)
                .toArray();
        var sum = 0;
        for (var i = 0; i < values.length; i++) {
            sum += i + 1 < values.length && values[i] < values[i + 1] ? -values[i] : values[i];
        }
        return sum;
    }
}
