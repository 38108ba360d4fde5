package org.rumbo.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Furniture.Printed;
import org.rumbo.reading.Source.SourceLine;

/**
 * Furniture of a paper whose pages are known: what stands again and again at their edges, numbers that go on by one from page
 * to page, and notes in small type at their feet. A chapter's title that becomes its running head stays where it stands first.
 */
final class EdgeFurniture {
    private static final int DEPTH = 4;
    private static final float SMALL = 0.91f;

    private final List<SourceLine> lines;
    private final List<List<Integer>> sheets = new ArrayList<>();
    private final boolean[] furniture;
    private final Map<String, TreeSet<Integer>> sheetsOf = new HashMap<>();
    private final float body;
    private final Set<Integer> kept = new HashSet<>();

    EdgeFurniture(List<SourceLine> lines) {
        this.lines = lines;
        furniture = new boolean[lines.size()];
        var bySheet = new TreeMap<Integer, List<Integer>>();
        for (var i = 0; i < lines.size(); i++) {
            var sheet = bySheet.computeIfAbsent(lines.get(i).sheet(), any -> new ArrayList<>());
            if (!lines.get(i).isBlank()) {
                sheet.add(i);
            }
        }
        sheets.addAll(bySheet.values());
        body = median(lines.stream()
                .filter(line -> !line.isBlank())
                .map(SourceLine::size)
                .toList());
    }

    Furniture find() {
        countKeys();
        keepTitles();
        var offset = offset();
        var printed = new ArrayList<Printed>();
        for (var sheet : sheets) {
            var edge = 0;
            for (; edge < Math.min(DEPTH, sheet.size()) && isFurniture(sheet.get(edge), offset); edge++) {
                take(sheet.get(edge), offset, printed);
            }
            var end = sheet.size();
            for (; end > edge && sheet.size() - end < DEPTH && isFurniture(sheet.get(end - 1), offset); end--) {
                take(sheet.get(end - 1), offset, printed);
            }
            takeNotes(sheet.subList(edge, end));
        }
        printed.sort(Comparator.comparingInt(Printed::first));
        return new Furniture(furniture, List.copyOf(printed));
    }

    private void take(int index, @Nullable Integer offset, List<Printed> printed) {
        furniture[index] = true;
        var number = PageNumber.in(lines.get(index).raw());
        if (number != null
                && offset != null
                && number.number() - lines.get(index).sheet() == offset) {
            printed.add(new Printed(index, index, number.number()));
        }
    }

    private boolean isFurniture(int index, @Nullable Integer offset) {
        var line = lines.get(index);
        var number = PageNumber.in(line.raw());
        var fits = number != null && number.isAlone() && offset != null && number.number() - line.sheet() == offset;
        return fits || isRepeated(index) || isSmallHead(index);
    }

    /** Small type above everything else is a running head, even on a single page. */
    private boolean isSmallHead(int index) {
        var size = lines.get(index).size();
        var first =
                index == 0 || lines.get(index - 1).sheet() != lines.get(index).sheet();
        return first && size > 0 && size < SMALL * body;
    }

    private boolean isRepeated(int index) {
        var key = Furniture.key(lines.get(index));
        if (key.isEmpty() || kept.contains(index)) {
            return false;
        }
        var on = sheetsOf.getOrDefault(key, new TreeSet<>());
        var often = on.size() >= (sheets.size() <= 5 ? 2 : 3);
        if (Headings.of(lines.get(index).raw().strip()) == Headings.Kind.NONE) {
            return often;
        }
        return often && on.stream().anyMatch(sheet -> on.contains(sheet + 1) && on.contains(sheet + 2));
    }

    private void countKeys() {
        atEdges((index, sheet) -> {
            var key = Furniture.key(lines.get(index));
            if (!key.isEmpty()) {
                sheetsOf.computeIfAbsent(key, any -> new TreeSet<>()).add(sheet);
            }
        });
    }

    /** Where a line that is not on most pages stands first, it may be the title that the others repeat. */
    private void keepTitles() {
        atEdges((index, sheet) -> {
            var on = sheetsOf.get(Furniture.key(lines.get(index)));
            if (on != null && on.size() > 1 && sheet == on.first() && on.size() < 0.6 * sheets.size()) {
                var number = PageNumber.in(lines.get(index).raw());
                if (number == null) {
                    kept.add(index);
                }
            }
        });
    }

    private interface AtEdge {
        void see(int index, int sheet);
    }

    private void atEdges(AtEdge seen) {
        for (var sheet : sheets) {
            IntPredicate edge = place -> place < DEPTH || place >= sheet.size() - DEPTH;
            for (var place = 0; place < sheet.size(); place++) {
                if (edge.test(place)) {
                    seen.see(sheet.get(place), lines.get(sheet.get(place)).sheet());
                }
            }
        }
    }

    /** What printed numbers are ahead of counted ones, where at least two pages, and half of those with numbers, agree. */
    private @Nullable Integer offset() {
        var votes = new HashMap<Integer, Set<Integer>>();
        var voters = new HashSet<Integer>();
        atEdges((index, sheet) -> {
            var number = PageNumber.in(lines.get(index).raw());
            if (number != null && (number.isAlone() || isRepeated(index))) {
                votes.computeIfAbsent(number.number() - sheet, any -> new HashSet<>())
                        .add(sheet);
                voters.add(sheet);
            }
        });
        return votes.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .filter(best -> best.getValue().size() >= Math.min(2, sheets.size())
                        && 2 * best.getValue().size() >= voters.size())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private void takeNotes(List<Integer> sheet) {
        var from = sheet.size();
        while (from > 0
                && lines.get(sheet.get(from - 1)).size() > 0
                && lines.get(sheet.get(from - 1)).size() < SMALL * body) {
            from--;
        }
        if (from > 0
                && from < sheet.size()
                && lines.get(sheet.get(from)).raw().strip().matches("[\\d*\\u00b9\\u00b2\\u00b3\\u2020].*")) {
            sheet.subList(from, sheet.size()).forEach(index -> furniture[index] = true);
        }
    }

    private static float median(List<Float> sizes) {
        var sorted = sizes.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
