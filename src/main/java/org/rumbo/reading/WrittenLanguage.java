package org.rumbo.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Imprint.Told;

/** In which of three languages a paper is written, by the small words that only one of them has. */
final class WrittenLanguage {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Map<String, Set<String>> SMALL = Map.of(
            "en", Set.of("the", "of", "and", "to", "that", "is", "with", "for", "was", "by"),
            "es", Set.of("el", "los", "las", "y", "en", "del", "una", "con", "la", "su"),
            "pt", Set.of("os", "e", "do", "da", "em", "uma", "com", "não", "dos", "das"));
    private static final int MOST_LINES = 3_000;
    private static final int FEWEST = 20;

    private WrittenLanguage() {}

    /** Null where there is too little to tell, or two are alike. */
    static @Nullable Told of(Source source) {
        var counts = new HashMap<String, Integer>();
        for (var line :
                source.lines().subList(0, Math.min(MOST_LINES, source.lines().size()))) {
            if (line.raw().length() > 1_000) {
                continue;
            }
            for (var word : NO_LETTERS.split(line.raw().toLowerCase(Locale.ROOT))) {
                SMALL.forEach((language, words) -> counts.merge(language, words.contains(word) ? 1 : 0, Integer::sum));
            }
        }
        var best = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
        if (best == null || best.getValue() < FEWEST) {
            return null;
        }
        var second = counts.entrySet().stream()
                .filter(other -> !other.getKey().equals(best.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        if (best.getValue() < 2 * second) {
            return null;
        }
        return new Told(best.getKey(), best.getValue() < 4 * second ? Confidence.MEDIUM : Confidence.HIGH, 0);
    }
}
