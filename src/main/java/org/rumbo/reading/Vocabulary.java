package org.rumbo.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that the paper itself writes where no line breaks them. It tells what a hyphen at a line's end is, and whether a
 * word with a capital is a name.
 */
final class Vocabulary {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]++(?:[-\\u2010][\\p{L}\\p{M}\\p{Nd}]++)*+");
    private static final int LONGEST_WORD = 60;

    private final Map<String, Integer> whole = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();
    private final Set<String> beforeHyphen = new HashSet<>();
    private final Set<String> small = new HashSet<>();

    Vocabulary(List<Line> lines) {
        var continued = false;
        for (var line : lines) {
            continued = learn(line.text(), continued);
        }
    }

    private boolean learn(String text, boolean continued) {
        var breaks = Typography.breaksWord(text);
        var end = breaks ? text.length() - 1 : text.length();
        var words = WORD.matcher(text);
        var first = true;
        while (words.find()) {
            var broken = first && continued || breaks && words.end() == end;
            first = false;
            if (!broken && words.end() - words.start() <= LONGEST_WORD) {
                add(words.group());
            }
        }
        return breaks;
    }

    private void add(String word) {
        if (Character.isLowerCase(word.codePointAt(0))) {
            small.add(word);
        }
        var parts = word.toLowerCase(Locale.ROOT).split("[-\\u2010]");
        for (var i = 0; i + 1 < parts.length; i++) {
            pairs.merge(parts[i] + "-" + parts[i + 1], 1, Integer::sum);
            beforeHyphen.add(parts[i]);
        }
        if (parts.length == 1) {
            whole.merge(parts[0], 1, Integer::sum);
        }
    }

    int wholes(String word) {
        return whole.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    int pairs(String left, String right) {
        return pairs.getOrDefault((left + "-" + right).toLowerCase(Locale.ROOT), 0);
    }

    boolean startsCompounds(String left) {
        return beforeHyphen.contains(left.toLowerCase(Locale.ROOT));
    }

    /** Whether the paper writes it with a small first letter, as it would no name. */
    boolean isWrittenSmall(String word) {
        return small.contains(word.toLowerCase(Locale.ROOT));
    }
}
