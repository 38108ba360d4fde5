package org.rumbo.reading;

import java.util.List;
import java.util.stream.IntStream;

/** The letters by which a chapter's recommendations are called: as printed where the list has letters in order, else given. */
final class Letters {
    private Letters() {}

    static List<String> of(List<Item> items) {
        var ordinals = items.stream().mapToInt(Letters::printed).toArray();
        var inOrder = IntStream.range(0, ordinals.length).allMatch(i -> ordinals[i] > (i == 0 ? 0 : ordinals[i - 1]));
        return IntStream.range(0, items.size())
                .mapToObj(i -> letter(inOrder ? ordinals[i] : i + 1))
                .toList();
    }

    private static int printed(Item item) {
        var mark = item.mark();
        if (mark == null) {
            return 0;
        }
        return mark.style() == Mark.Style.LETTER || mark.style() == Mark.Style.CAPITAL ? mark.ordinal() : 0;
    }

    /** a … z, aa, ab … */
    static String letter(int ordinal) {
        var out = new StringBuilder();
        for (var rest = ordinal; rest > 0; rest = (rest - 1) / 26) {
            out.insert(0, (char) ('a' + (rest - 1) % 26));
        }
        return out.toString();
    }
}
