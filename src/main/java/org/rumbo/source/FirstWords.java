package org.rumbo.source;

import java.util.regex.Pattern;

/** What stands for a title until somebody gives one: the first words. */
final class FirstWords {
    private static final int MOST = 120;
    private static final Pattern CLAUSE = Pattern.compile("^(\\S.{18,100}?)[.;:](?:\\s|$)");

    private FirstWords() {}

    static String of(String text) {
        return of(text, MOST);
    }

    /** What a part is called until somebody names it: its first clause, where that is neither a word nor half a page. */
    static String title(String text) {
        var clause = CLAUSE.matcher(text);
        var words = clause.find() ? clause.group(1) : of(text);
        var first = words.codePointAt(0);
        return Character.isLowerCase(first)
                ? Character.toString(Character.toUpperCase(first)) + words.substring(Character.charCount(first))
                : words;
    }

    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = text.lastIndexOf(' ', most - 1);
        var cut = text.substring(0, end < most / 2 ? most - 1 : end);
        return (Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut)
                + "…";
    }
}
