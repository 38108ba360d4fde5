package org.rumbo.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Slips of the source that a team will want to know of before its words are quoted; nothing is mended. */
final class Slips {
    private static final List<Pattern> SLIPS = List.of(
            Pattern.compile("\\b\\p{L}{4,}+\\. (?=\\p{Ll}{2})\\p{Ll}++"),
            Pattern.compile("(?<=[^.])[.:;,] ?[:;,](?=\\s|$)"),
            Pattern.compile("\\b(?:and|or|y|e|o|ou);"),
            Pattern.compile("\\p{L} [,;:](?=\\s)"),
            Pattern.compile("\\b(\\p{L}{2,30}+) \\1\\b"),
            Pattern.compile("\\p{L} ['\\u2019]s\\b"));
    private static final int MOST = 5;

    private Slips() {}

    static List<String> in(String text) {
        var found = new LinkedHashSet<String>();
        for (var slip : SLIPS) {
            slip.matcher(text).results().limit(MOST).forEach(hit -> found.add(hit.group()));
        }
        return found.stream().limit(MOST).toList();
    }
}
