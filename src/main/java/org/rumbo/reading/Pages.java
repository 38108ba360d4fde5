package org.rumbo.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page of every line: as printed, else as the file tells, else worked out. In a text without page ends a single leading space
 * in mid-paragraph shows where a page began; together with the numbers that the furniture prints it gives the others, as long as
 * pages are about as long as their neighbours. What is not sure stays unknown.
 *
 * @param numbers 0 where not known
 */
record Pages(int[] numbers, boolean[] derived, Set<Integer> turns) {
    private static final double SHORT = 0.6;
    private static final double LONG = 1.7;

    static Pages of(Source source, Furniture furniture) {
        return source.sheeted() ? ofSheets(source, furniture) : ofHints(source, furniture);
    }

    Place place(int firstLine, int lastLine) {
        var first = known(firstLine);
        var last = known(lastLine);
        var workedOut = first != null && derived[firstLine - 1] || last != null && derived[lastLine - 1];
        return new Place(firstLine, lastLine, first, last, workedOut);
    }

    private @Nullable Integer known(int line) {
        return numbers[line - 1] == 0 ? null : numbers[line - 1];
    }

    private static Pages ofSheets(Source source, Furniture furniture) {
        var lines = source.lines();
        var numbers = new int[lines.size()];
        var derived = new boolean[lines.size()];
        var turns = new HashSet<Integer>();
        var printed = furniture.printed();
        var withNumber = new HashSet<Integer>();
        printed.forEach(found -> withNumber.add(lines.get(found.first()).sheet()));
        var offset = printed.isEmpty()
                ? 0
                : printed.get(0).number() - lines.get(printed.get(0).first()).sheet();
        for (var i = 0; i < lines.size(); i++) {
            var sheet = lines.get(i).sheet();
            var label = printed.isEmpty() ? label(source, sheet) : null;
            numbers[i] = label != null ? label : Math.max(0, sheet + offset);
            derived[i] = !printed.isEmpty() && !withNumber.contains(sheet);
            if (i > 0 && sheet != lines.get(i - 1).sheet()) {
                turns.add(i);
            }
        }
        return new Pages(numbers, derived, turns);
    }

    private static @Nullable Integer label(Source source, int sheet) {
        if (sheet < 1 || sheet > source.labels().size()) {
            return null;
        }
        var label = source.labels().get(sheet - 1);
        return label.matches("\\d{1,5}") ? Integer.valueOf(label) : null;
    }

    private static Pages ofHints(Source source, Furniture furniture) {
        var hints = hints(source, furniture);
        var size = source.lines().size();
        var best = furniture.printed().isEmpty() ? null : better(source, furniture, hints);
        var numbers = new int[size];
        var derived = new boolean[size];
        Arrays.fill(derived, true);
        if (best != null) {
            fill(source, furniture, best, numbers);
        }
        return new Pages(numbers, derived, Set.copyOf(hints));
    }

    /** Indexes of lines that begin with one or two spaces in a text that otherwise does not, some in mid-sentence. */
    private static List<Integer> hints(Source source, Furniture furniture) {
        var lines = source.lines();
        var found = new ArrayList<Integer>();
        var text = 0;
        var cutting = 0;
        String before = "";
        for (var i = 0; i < lines.size(); i++) {
            var raw = lines.get(i).raw();
            if (raw.isBlank() || furniture.lines()[i]) {
                continue;
            }
            text++;
            if (raw.charAt(0) == ' ' && (raw.charAt(1) != ' ' || raw.length() > 2 && raw.charAt(2) != ' ')) {
                found.add(i);
                cutting += !before.isEmpty() && !Typography.endsClause(before) ? 1 : 0;
            }
            before = raw.strip();
        }
        var rare = found.size() * 12 <= text;
        return rare && cutting * 4 >= found.size() ? found : List.of();
    }

    private record Start(int index, int number, boolean sure) {}

    /** Whether printed numbers stand at the head or the foot is told by which of the two agrees with all others. */
    private static @Nullable List<Start> better(Source source, Furniture furniture, List<Integer> hints) {
        var atHead = starts(source, furniture, hints, true);
        var atFoot = starts(source, furniture, hints, false);
        if (atHead != null && atFoot != null) {
            return furniture.printed().get(0).first() <= 2 ? atHead : endsWithNumber(source, furniture) ? atFoot : null;
        }
        return atHead != null ? atHead : atFoot;
    }

    private static boolean endsWithNumber(Source source, Furniture furniture) {
        var last = furniture.printed().get(furniture.printed().size() - 1).last();
        return source.lines().subList(last + 1, source.lines().size()).stream().allMatch(Source.SourceLine::isBlank);
    }

    private static @Nullable List<Start> starts(
            Source source, Furniture furniture, List<Integer> hints, boolean atHead) {
        var starts = new ArrayList<Start>();
        var hint = 0;
        var page = 0;
        for (var printed : furniture.printed()) {
            for (; hint < hints.size() && hints.get(hint) < printed.first(); hint++) {
                page += page > 0 ? 1 : 0;
                starts.add(new Start(hints.get(hint), page, page > 0));
            }
            if (page > 0 && printed.number() != page && printed.number() != page + 1) {
                return null;
            }
            var begins = page == 0 ? atHead : printed.number() == page + 1;
            if (begins && !atHead && page > 0) {
                return null;
            }
            if (begins) {
                starts.add(new Start(printed.first(), printed.number(), true));
            }
            if (page == 0) {
                numberBackwards(starts, begins ? printed.number() - 1 : printed.number(), begins);
            }
            page = printed.number();
            if (!atHead) {
                page++;
                starts.add(new Start(printed.last() + 1, page, true));
            }
        }
        for (; hint < hints.size(); hint++) {
            page++;
            starts.add(new Start(hints.get(hint), page, false));
        }
        return withoutDoubtful(source, furniture, starts);
    }

    private static void numberBackwards(List<Start> starts, int last, boolean skipLast) {
        var number = last;
        for (var i = starts.size() - (skipLast ? 2 : 1); i >= 0; i--) {
            starts.set(i, new Start(starts.get(i).index(), number--, false));
        }
    }

    /** Beyond the outermost printed numbers a page counts only while it is about as long as pages are. */
    private static List<Start> withoutDoubtful(Source source, Furniture furniture, List<Start> starts) {
        var lengths = new ArrayList<Integer>();
        for (var i = 0; i < starts.size(); i++) {
            var end = i + 1 < starts.size()
                    ? starts.get(i + 1).index()
                    : source.lines().size();
            lengths.add(length(source, furniture, starts.get(i).index(), end));
        }
        var sorted = new ArrayList<>(lengths);
        Collections.sort(sorted);
        var usual = sorted.get(sorted.size() / 2);
        var kept = new ArrayList<>(starts);
        var firstSure = 0;
        while (firstSure < starts.size() && !starts.get(firstSure).sure()) {
            firstSure++;
        }
        for (var i = firstSure - 1; i >= 0; i--) {
            if (isDoubtful(lengths.get(i), usual)
                    || kept.get(i + 1).number() == 0
                    || starts.get(i).number() <= 0) {
                kept.set(i, new Start(starts.get(i).index(), 0, false));
                if (lengths.get(i) < SHORT * usual && !starts.get(i + 1).sure()) {
                    kept.set(i + 1, new Start(starts.get(i + 1).index(), 0, false));
                }
            }
        }
        for (var i = firstSure + 1; i < starts.size(); i++) {
            if (!starts.get(i).sure()
                    && (isDoubtful(lengths.get(i - 1), usual) || kept.get(i - 1).number() == 0)) {
                kept.set(i, new Start(starts.get(i).index(), 0, false));
            }
        }
        return kept;
    }

    private static boolean isDoubtful(int length, int usual) {
        return length < SHORT * usual || length > LONG * usual;
    }

    private static int length(Source source, Furniture furniture, int from, int to) {
        var length = 0;
        for (var i = from; i < to; i++) {
            length += furniture.lines()[i] || source.lines().get(i).isBlank() ? 0 : 1;
        }
        return length;
    }

    private static void fill(Source source, Furniture furniture, List<Start> starts, int[] numbers) {
        for (var i = 0; i < starts.size(); i++) {
            var end = i + 1 < starts.size() ? starts.get(i + 1).index() : numbers.length;
            Arrays.fill(numbers, starts.get(i).index(), end, starts.get(i).number());
        }
        var first = starts.isEmpty() ? null : Objects.requireNonNull(starts.get(0));
        if (first != null
                && first.number() > 1
                && first.sure()
                && furniture.printed().get(0).first() < first.index()) {
            Arrays.fill(numbers, 0, first.index(), first.number() - 1);
        }
    }
}
