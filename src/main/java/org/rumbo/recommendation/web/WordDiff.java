package org.rumbo.recommendation.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two wordings side by side, the words that differ marked in each. */
record WordDiff(List<Piece> before, List<Piece> after) {

    record Piece(String text, boolean changed) {}

    static WordDiff of(@Nullable String before, @Nullable String after) {
        var old = words(before);
        var now = words(after);
        var deltas = DiffUtils.diff(old, now).getDeltas();
        return new WordDiff(
                pieces(
                        old,
                        deltas,
                        delta -> new Range(
                                delta.getSource().getPosition(),
                                delta.getSource().size())),
                pieces(
                        now,
                        deltas,
                        delta -> new Range(
                                delta.getTarget().getPosition(),
                                delta.getTarget().size())));
    }

    boolean differs() {
        return before.stream().anyMatch(Piece::changed) || after.stream().anyMatch(Piece::changed);
    }

    private record Range(int from, int length) {}

    /** Each word with the blanks behind it, so that the pieces joined are the text. */
    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
    }

    private static List<Piece> pieces(
            List<String> words, List<AbstractDelta<String>> deltas, Function<AbstractDelta<String>, Range> side) {
        var pieces = new ArrayList<Piece>();
        var next = 0;
        for (var delta : deltas) {
            var range = side.apply(delta);
            add(pieces, words.subList(next, range.from()), false);
            next = range.from() + range.length();
            add(pieces, words.subList(range.from(), next), true);
        }
        add(pieces, words.subList(next, words.size()), false);
        return pieces;
    }

    /** The blanks behind changed words are not marked: a line under nothing says nothing. */
    private static void add(List<Piece> pieces, List<String> words, boolean changed) {
        var text = String.join("", words);
        var marked = changed ? text.stripTrailing() : text;
        if (!marked.isEmpty()) {
            pieces.add(new Piece(marked, changed));
        }
        if (marked.length() < text.length()) {
            pieces.add(new Piece(text.substring(marked.length()), false));
        }
    }
}
