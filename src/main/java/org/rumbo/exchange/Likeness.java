package org.rumbo.exchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How much two headings say the same: whole words count for most, and what is misspelt still counts. */
final class Likeness {
    /** Below it two headings are like each other by accident. */
    static final double ENOUGH = 0.6;

    private static final Set<String> SMALL_WORDS = Set.of(
            "de", "del", "la", "el", "los", "las", "da", "do", "das", "dos", "the", "of", "a", "o", "y", "e", "and");

    private Likeness() {}

    /** Small letters without accents, and single blanks between what is neither letter nor digit. */
    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** From 0, nothing in common, to 1. */
    static double of(String one, String other) {
        var first = plain(one);
        var second = plain(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        return first.equals(second) ? 1 : Math.max(words(first, second), letters(first, second));
    }

    /** A heading that has all words of the other says at most a little more. */
    private static double words(String one, String other) {
        var first = parts(one);
        var second = parts(other);
        var common = first.stream().filter(second::contains).count();
        var fewer = Math.min(first.size(), second.size());
        return fewer == 0 ? 0 : 0.95 * common / (fewer + 0.25 * (Math.max(first.size(), second.size()) - fewer));
    }

    private static Set<String> parts(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !SMALL_WORDS.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Dice's coefficient over pairs of letters. */
    private static double letters(String one, String other) {
        var first = pairs(one);
        var second = pairs(other);
        var common = first.entrySet().stream()
                .mapToInt(pair -> Math.min(pair.getValue(), second.getOrDefault(pair.getKey(), 0)))
                .sum();
        var all = count(first) + count(second);
        return all == 0 ? 0 : 0.9 * 2 * common / all;
    }

    private static int count(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> pairs(String text) {
        var pairs = new HashMap<String, Integer>();
        for (var at = 0; at + 1 < text.length(); at++) {
            pairs.merge(text.substring(at, at + 2), 1, Integer::sum);
        }
        return pairs;
    }
}
