package org.rumbo.recommendation;

import java.text.Normalizer;

/**
 * A text in lower case, without accents and with single blanks, which remembers where in the original each of its letters
 * stands. Letters are folded one by one, never by what stands beside them.
 */
final class FoldedText {
    private final StringBuilder letters = new StringBuilder();
    private int[] starts;
    private int[] ends;

    FoldedText(String original) {
        starts = new int[original.length() + 8];
        ends = new int[original.length() + 8];
        var at = 0;
        while (at < original.length()) {
            var letter = original.codePointAt(at);
            var next = at + Character.charCount(letter);
            take(letter, at, next);
            at = next;
        }
        if (letters.length() > 0 && letters.charAt(letters.length() - 1) == ' ') {
            letters.setLength(letters.length() - 1);
        }
    }

    private void take(int letter, int from, int to) {
        if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
            if (letters.length() > 0 && letters.charAt(letters.length() - 1) != ' ') {
                append(' ', from, to);
            }
        } else if (letter < 128) {
            if (!Character.isISOControl(letter)) {
                append((char) Character.toLowerCase(letter), from, to);
            }
        } else {
            Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                    .codePoints()
                    .forEach(part -> takePart(part, from, to));
        }
    }

    private void takePart(int part, int from, int to) {
        switch (Character.getType(part)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> {
                // An accent that stands alone belongs to the letter before it.
                if (letters.length() > 0 && letters.charAt(letters.length() - 1) != ' ') {
                    ends[letters.length() - 1] = to;
                }
            }
            case Character.FORMAT, Character.CONTROL -> {}
            default -> {
                var lower = Character.toLowerCase(part);
                for (var unit : Character.toChars(lower == 'ς' ? 'σ' : lower)) {
                    append(unit, from, to);
                }
            }
        }
    }

    private void append(char unit, int from, int to) {
        var at = letters.length();
        if (at == starts.length) {
            starts = java.util.Arrays.copyOf(starts, at * 2);
            ends = java.util.Arrays.copyOf(ends, at * 2);
        }
        letters.append(unit);
        starts[at] = from;
        ends[at] = to;
    }

    /** Where in the original the letter at this place of the folded text begins. */
    int start(int place) {
        return starts[place];
    }

    /** Where in the original the letter at this place ends, its accents included. */
    int end(int place) {
        return ends[place];
    }

    @Override
    public String toString() {
        return letters.toString();
    }
}
