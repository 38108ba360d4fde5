package org.rumbo.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a book, whose last digit tells whether the others are right. */
public final class Isbn {
    private static final Pattern PRINTED = Pattern.compile(
            "I\\s?S\\s?B\\s?N(?:[-\\s]?1[03])?\\s*:?\\s*((?:97[89][-\\s]?)?\\d(?:[-\\s]?\\d){8}[-\\s]?[\\dXx])\\b");

    private Isbn() {}

    /** As it is printed; null where there is none, or one that is not right. */
    static @Nullable String in(String text) {
        var printed = PRINTED.matcher(text);
        while (printed.find()) {
            if (isRight(printed.group(1))) {
                return printed.group(1).strip();
            }
        }
        return null;
    }

    public static boolean isRight(String typed) {
        var signs = typed.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
        if (signs.matches("\\d{9}[\\dX]")) {
            var sum = 0;
            for (var i = 0; i < 10; i++) {
                sum += (10 - i) * (signs.charAt(i) == 'X' ? 10 : signs.charAt(i) - '0');
            }
            return sum % 11 == 0;
        }
        if (signs.matches("97[89]\\d{10}")) {
            var sum = 0;
            for (var i = 0; i < 13; i++) {
                sum += (i % 2 == 0 ? 1 : 3) * (signs.charAt(i) - '0');
            }
            return sum % 10 == 0;
        }
        return false;
    }
}
