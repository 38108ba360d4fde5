package org.rumbo.recommendation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as the search compares them: lower case, without accents, so that both databases find the same. */
final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SearchText() {}

    static String of(Recommendation item) {
        var parts = new ArrayList<String>();
        parts.add(item.code().value());
        parts.addAll(item.title().all().values());
        parts.addAll(item.summary().all().values());
        if (item.addressee() != null) {
            parts.add(item.addressee());
        }
        parts.addAll(item.themes());
        return fold(String.join(" ", parts));
    }

    static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The words of a query, each of which must occur; at most eight are looked at. */
    static List<String> words(String query) {
        return Arrays.stream(SPACES.split(fold(query)))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .toList();
    }
}
