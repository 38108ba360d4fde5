package org.rumbo.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Passage;
import org.rumbo.shared.Sha256;

/**
 * The passages of a paper beside those that were imported of it before: first by their words, whatever place they have now,
 * then by country and letter. A passage keeps the letter that it had, for its code never changes; a new one in between gets
 * the next that is free.
 */
record Comparison(List<Compared> passages, List<FoundPassage> gone) {
    record Compared(
            Passage passage,
            String country,
            String letter,
            Difference difference,
            @Nullable FoundPassage earlier) {}

    /** @param countries of the chapters, empty where not known */
    static Comparison of(List<Passage> found, Map<Integer, String> countries, List<FoundPassage> earlier) {
        var pairs = new HashMap<Integer, FoundPassage>();
        var left = new ArrayList<>(earlier);
        pair(found, countries, left, pairs, (passage, before) -> Sha256.hex(
                        passage.text().getBytes(StandardCharsets.UTF_8))
                .equals(before.sha256()));
        pair(found, countries, left, pairs, (passage, before) -> passage.letter()
                .equals(before.letter()));
        var taken = new HashSet<String>();
        earlier.forEach(before -> taken.add(country(before) + before.letter()));
        var compared = new ArrayList<Compared>();
        for (var i = 0; i < found.size(); i++) {
            var passage = found.get(i);
            var country = Objects.requireNonNullElse(countries.get(passage.chapter()), "");
            var before = pairs.get(i);
            if (before == null) {
                compared.add(
                        new Compared(passage, country, free(country, passage.letter(), taken), Difference.NEW, null));
            } else {
                var same = Sha256.hex(passage.text().getBytes(StandardCharsets.UTF_8))
                        .equals(before.sha256());
                compared.add(new Compared(
                        passage, country, before.letter(), same ? Difference.UNCHANGED : Difference.CHANGED, before));
            }
        }
        return new Comparison(compared, left);
    }

    private static void pair(
            List<Passage> found,
            Map<Integer, String> countries,
            List<FoundPassage> left,
            Map<Integer, FoundPassage> pairs,
            BiPredicate<Passage, FoundPassage> fits) {
        for (var i = 0; i < found.size(); i++) {
            if (pairs.containsKey(i)) {
                continue;
            }
            var passage = found.get(i);
            var country = Objects.requireNonNullElse(countries.get(passage.chapter()), "");
            for (var before : left) {
                if (country.equals(country(before)) && fits.test(passage, before)) {
                    pairs.put(i, before);
                    left.remove(before);
                    break;
                }
            }
        }
    }

    private static String country(FoundPassage passage) {
        return Objects.requireNonNullElse(passage.country(), "");
    }

    /** Chapters of unknown country may share a letter: whoever gives them countries sees to that. */
    private static String free(String country, String wanted, Set<String> taken) {
        var letter = wanted;
        for (var number = 0; !country.isEmpty() && !taken.add(country + letter); number++) {
            letter = letter(number);
        }
        return letter;
    }

    /** By a list's own way of counting: a … z, aa, ab … */
    private static String letter(int number) {
        var last = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? last : letter(number / 26 - 1) + last;
    }
}
