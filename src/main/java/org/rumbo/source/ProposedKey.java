package org.rumbo.source;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A key for a paper that nobody named: the first letters of its title's words, and its year. */
final class ProposedKey {
    private static final Set<String> SMALL = Set.copyOf(List.of(
            ("a an the of in on for and to from with at by as el la los las lo un una de del en y e o u con por para al su sus o os as"
                            + " um uma do da dos das no na nos nas em ao aos com se que what how its their between")
                    .split(" ")));
    private static final Pattern SUBTITLE = Pattern.compile("[.:;?!\u2014\u2013]\\s|\\s[-\u2013\u2014]\\s|\\(");
    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int FEWEST = 2;
    private static final int MOST = 6;
    private static final int LONGEST = 10;

    private ProposedKey() {}

    /** Of two to six letters; empty where the title does not give them. */
    static String of(String title) {
        var main = SUBTITLE.split(title, 2)[0];
        var letters = new StringBuilder();
        for (var word : NO_SIGN.split(main)) {
            var plain = Normalizer.normalize(word, Normalizer.Form.NFD)
                    .replaceAll("[^A-Za-z0-9]", "")
                    .toUpperCase(Locale.ROOT);
            if (!plain.isEmpty() && !SMALL.contains(plain.toLowerCase(Locale.ROOT)) && letters.length() < MOST) {
                letters.append(plain.charAt(0));
            }
        }
        return letters.length() < FEWEST ? "" : letters.toString();
    }

    /** The first that nobody has, with a number where it must be. */
    static String free(String letters, String year, Predicate<String> isTaken) {
        for (var number = 1; ; number++) {
            var end = number == 1 ? "" : String.valueOf(number);
            var key = letters.substring(0, Math.min(letters.length(), LONGEST - end.length())) + end + "-" + year;
            if (!isTaken.test(key)) {
                return key;
            }
        }
    }
}
