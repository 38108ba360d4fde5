package org.rumbo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However wide a paper is set and wherever its words are broken, the same recommendations come out of it. */
class WrappingTests {
    private static final List<String> ITEMS = List.of(
            "Give every lighthouse keeper a self-winding clock, a blanket and, where the island has none, a library of at least"
                    + " forty books chosen by the keepers themselves.",
            "Repair the stairs. Where this is impossible, because the tower is too old or the stone too soft, build a wooden staircase"
                    + " outside; the wood-carvers' guild has offered its help (see chapter 2).",
            "Continue the long-standing exchange of weather reports between neighbouring lighthouses, twice a day.");

    private static final String BODY =
            "Lighthouse keepers of this coast have a long-standing habit of counting ships. Their self-winding"
                    + " clocks were made by the wood-carvers' guild. A self-winding clock is a long-standing wish; wood-carvers know it."
                    + " Everybody else has forgotten the self-winding clocks, the long-standing wishes and the wood-carvers alike."
                    + " The long-standing custom of the wood-carvers is to make a self-winding clock for each new tower.";

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesOutTheSame(int seed) throws UnreadablePaper {
        var random = new Random(seed);
        var width = 40 + random.nextInt(61);
        var text = new StringBuilder("Towers of Alboria\nIda Sorrel\n\n")
                .append(wrap(BODY, width, random))
                .append("\n\nRecommendations\n");
        for (var i = 0; i < ITEMS.size(); i++) {
            text.append(random.nextBoolean() ? "\n" : "")
                    .append(wrap((char) ('a' + i) + ". " + ITEMS.get(i), width, random))
                    .append('\n');
        }
        text.append(random.nextBoolean() ? "\n" : "")
                .append("Quays of Bresalia\nTom Wexley\n\n")
                .append(wrap(BODY, width, random))
                .append('\n');
        var reading = Reading.ofText(text.toString());
        assertThat(reading.passages().stream().map(Passage::text))
                .as("seed %d, width %d:%n%s", seed, width, text)
                .containsExactlyElementsOf(ITEMS);
        assertThat(reading.chapters()).as("seed %d", seed).hasSize(2);
    }

    /** Breaks long words now and then, and compounds at their own hyphen where they do not fit. */
    private static String wrap(String text, int width, Random random) {
        var out = new StringBuilder();
        var used = 0;
        for (var word : text.split(" ")) {
            if (used > 0 && used + 1 + word.length() > width) {
                var room = width - used - 2;
                var cut = cut(word, room, random);
                if (cut > 0) {
                    var hyphen = word.charAt(cut - 1) == '-' ? "" : "-";
                    out.append(' ')
                            .append(word, 0, cut)
                            .append(hyphen)
                            .append('\n')
                            .append(word.substring(cut));
                    used = word.length() - cut;
                    continue;
                }
                out.append('\n');
                used = 0;
            } else if (used > 0) {
                out.append(' ');
                used++;
            }
            out.append(word);
            used += word.length();
        }
        return out.toString();
    }

    private static int cut(String word, int room, Random random) {
        var hyphen = word.indexOf('-');
        if (hyphen > 0) {
            return hyphen < room ? hyphen + 1 : 0;
        }
        var splits = word.matches("\\p{L}{7,}[.,;]?") && room >= 3 && random.nextInt(3) > 0;
        return splits ? Math.min(room, word.length() - 4) : 0;
    }
}
