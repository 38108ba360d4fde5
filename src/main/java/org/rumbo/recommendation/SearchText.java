package org.rumbo.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts as the search compares them: lower case, without accents, so that both databases find the same. */
final class SearchText {
    /** Whoever looks for more than this looks for a text, not for words. */
    static final int MOST_WORDS = 10;

    private SearchText() {}

    /** What makes an item stand first among what is found: its code and its titles. */
    static String ofHead(Recommendation item) {
        var parts = new ArrayList<String>();
        parts.add(item.code().value());
        parts.addAll(item.title().all().values());
        return fold(String.join(" ", parts));
    }

    static String fold(String text) {
        return new FoldedText(text).toString();
    }

    /** The words of a query, each of which must occur as a part of a text. */
    static List<String> words(String query) {
        return Arrays.stream(fold(query).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** A pattern for {@code like … escape '!'} that finds the word anywhere, whatever letters it is made of. */
    static String pattern(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
