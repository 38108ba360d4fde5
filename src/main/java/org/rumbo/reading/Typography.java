package org.rumbo.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be told of a piece of text by its characters alone. */
final class Typography {
    /** Longer than any heading, name or enumerator; what is longer is prose and is not looked at closely. */
    static final int LONGEST_HEADING = 160;

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200d\\u2060\\ufeff]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u3000]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final String CLOSING = "\"'\u201d\u2019\u00bb)]*_";
    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    private Typography() {}

    /** NFC, without invisible characters, spaces collapsed; a soft hyphen is kept at the end only, where a line breaks. */
    static String clean(String raw) {
        var text = SPACE.matcher(INVISIBLE.matcher(raw).replaceAll(""))
                .replaceAll(" ")
                .strip();
        var broken = text.endsWith("\u00ad");
        text = text.replace("\u00ad", "");
        for (var i = 0; i < LIGATURES.length; i++) {
            text = text.replace(String.valueOf((char) (0xfb00 + i)), LIGATURES[i]);
        }
        return Normalizer.normalize(broken ? text + '\u00ad' : text, Normalizer.Form.NFC);
    }

    /** Lower case without accents, for comparing. */
    static String fold(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    static boolean endsSentence(String text) {
        return ".!?\u2026".indexOf(lastMark(text)) >= 0;
    }

    /** A sentence, or a part of one after which a list may begin or go on. */
    static boolean endsClause(String text) {
        return ".!?\u2026:;,".indexOf(lastMark(text)) >= 0;
    }

    static char lastMark(String text) {
        for (var i = text.length() - 1; i >= 0; i--) {
            if (CLOSING.indexOf(text.charAt(i)) < 0) {
                return text.charAt(i);
            }
        }
        return ' ';
    }

    static boolean breaksWord(String text) {
        var length = text.length();
        return length > 1
                && "-\u2010\u00ad".indexOf(text.charAt(length - 1)) >= 0
                && Character.isLetterOrDigit(text.codePointBefore(length - 1));
    }

    static boolean startsLow(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    /** Whether its first letter is a capital; quotes, brackets and the like before it do not count. */
    static boolean startsHigh(String text) {
        return text.codePoints()
                .limit(4)
                .filter(Character::isLetterOrDigit)
                .mapToObj(first -> Character.isUpperCase(first) || Character.isDigit(first))
                .findFirst()
                .orElse(false);
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.split(" ", -1).length;
    }

    /** Short, without a sentence's end: what a heading looks like. */
    static boolean looksLikeHeading(String text) {
        return text.length() <= LONGEST_HEADING
                && words(text) <= 14
                && startsHigh(text)
                && ".;,:-\u00ad".indexOf(lastMark(text)) < 0;
    }

    /** Undoes {@code R E C O M M E N D A T I O N S}; two spaces part words there, and one where all are wide. */
    static String withoutLetterSpacing(String raw) {
        var text = raw.strip();
        if (text.length() > LONGEST_HEADING) {
            return text;
        }
        var letters = SPACE.split(text);
        var single = Arrays.stream(letters).filter(part -> part.length() == 1).count();
        if (letters.length < 4 || single < 0.8 * letters.length) {
            return text;
        }
        var out = new StringBuilder();
        for (var word : text.split("\\s{2,}")) {
            out.append(out.isEmpty() ? "" : " ").append(word.replace(" ", ""));
        }
        return out.toString();
    }
}
