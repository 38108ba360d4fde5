package org.rumbo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts lines together again. A hyphen at a line's end goes where the paper writes the word in one piece elsewhere, and stays
 * where it writes it with a hyphen. Where it does neither, the hyphen goes as most do, unless what stands before it opens other
 * compounds and what follows is a word of its own, or the paper is one that breaks no words; then people are asked.
 */
final class Joining {
    private static final Pattern LAST = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+$");
    private static final Pattern FIRST = Pattern.compile("^[\\p{L}\\p{M}\\p{Nd}]+");
    /** Words that hardly begin a longer one without a hyphen. */
    private static final Set<String> OPENS_COMPOUNDS =
            Set.of("well", "self", "non", "half", "vice", "two", "three", "four", "five", "recem", "alem");

    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_LOOK = 60;

    private final Vocabulary vocabulary;
    private final boolean breaksNoWords;

    Joining(Vocabulary vocabulary, List<Line> lines) {
        this.vocabulary = vocabulary;
        var soft = 0;
        var hard = 0;
        for (var i = 0; i + 1 < lines.size(); i++) {
            var text = lines.get(i).text();
            if (Typography.breaksWord(text)) {
                var left = last(text);
                var right = first(lines.get(i + 1).text());
                soft += vocabulary.wholes(left + right) > 0 ? 1 : 0;
                hard += vocabulary.pairs(left, right) > 0 ? 1 : 0;
            }
        }
        breaksNoWords = hard > soft;
    }

    /** What lines say together, and the words about whose hyphens the paper itself is silent. */
    record Joined(String text, List<Doubt> doubts) {}

    record Doubt(String word, int line) {}

    Joined join(List<Line> lines, String firstText) {
        var out = new StringBuilder(firstText);
        var doubts = new ArrayList<Doubt>();
        for (var i = 1; i < lines.size(); i++) {
            append(out, lines.get(i).text(), lines.get(i - 1).number(), doubts);
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == '\u00ad') {
            out.setLength(out.length() - 1);
        }
        return new Joined(out.toString().strip(), List.copyOf(doubts));
    }

    String join(List<Line> lines) {
        return lines.isEmpty() ? "" : join(lines, lines.get(0).text()).text();
    }

    private void append(StringBuilder out, String next, int line, List<Doubt> doubts) {
        var end = out.substring(Math.max(0, out.length() - LONGEST_LOOK - 1));
        if (!Typography.breaksWord(end)) {
            var attached =
                    end.matches("(?s).*\\S[\\u2014/]") || next.startsWith("\u2014") && !next.startsWith("\u2014 ");
            out.append(attached || out.isEmpty() ? "" : " ").append(next);
            return;
        }
        var hyphen = out.charAt(out.length() - 1);
        out.setLength(out.length() - 1);
        if (next.length() > 1 && next.charAt(0) == '-' && Character.isLetter(next.codePointAt(1))) {
            // Portuguese repeats a hyphen of the word at the next line's beginning.
            out.append(next);
            return;
        }
        var left = last(end);
        var right = first(next);
        if (hyphen != '\u00ad' && staysHyphen(left, right, line, doubts)) {
            out.append(hyphen);
        }
        out.append(next);
    }

    private boolean staysHyphen(String left, String right, int line, List<Doubt> doubts) {
        if (left.isEmpty() || right.isEmpty()) {
            return true;
        }
        var whole = vocabulary.wholes(left + right);
        var pairs = vocabulary.pairs(left, right);
        if (whole > 0 || pairs > 0) {
            return pairs > whole;
        }
        if (Character.isDigit(left.charAt(left.length() - 1)) || Character.isDigit(right.charAt(0))) {
            return true;
        }
        var capitals = isCapitals(left) && left.length() > 1;
        if (Character.isUpperCase(right.codePointAt(0)) || capitals) {
            return !(capitals && isCapitals(right));
        }
        var ownWord = right.length() >= SHORTEST_WORD && vocabulary.wholes(right) > 0;
        var compound = ownWord && left.length() >= 3 && vocabulary.startsCompounds(left)
                || right.length() >= 3 && OPENS_COMPOUNDS.contains(Typography.fold(left));
        var twoWords = ownWord && left.length() >= SHORTEST_WORD && vocabulary.wholes(left) > 0;
        var unbroken = breaksNoWords && ownWord;
        if (compound || twoWords || unbroken) {
            doubts.add(new Doubt(left + "-" + right, line));
        }
        return compound || unbroken;
    }

    private static boolean isCapitals(String word) {
        return word.codePoints().allMatch(Character::isUpperCase);
    }

    private static String last(String text) {
        var cut = text.substring(Math.max(0, text.length() - LONGEST_LOOK), text.length() - 1);
        var found = LAST.matcher(cut);
        return found.find() ? found.group() : "";
    }

    private static String first(String text) {
        var found = FIRST.matcher(text.length() > LONGEST_LOOK ? text.substring(0, LONGEST_LOOK) : text);
        return found.find() ? found.group() : "";
    }
}
