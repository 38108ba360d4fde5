package org.rumbo.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The row that tells which columns a sheet has, wherever they were moved to.
 *
 * @param columns the layout's columns, by their place counted from 1; of two with one key neither
 * @param twice the places of such
 * @param unknown the places of columns with a head that names none, and that head
 * @param labels what the hidden keys say of the labels below them; empty where keys are not hidden, or are labels themselves
 */
record SheetHead(
        SheetLayout layout,
        Map<Integer, SheetColumn> columns,
        Map<Integer, SheetColumn> twice,
        Map<Integer, String> unknown,
        Map<Integer, String> labels) {

    /** The head that this row is, by hidden keys, plain keys or labels; none if it is none. */
    static Optional<SheetHead> of(List<RawCell> cells, List<SheetLayout> layouts) {
        return of(cells, layouts, "", List.of());
    }

    /** The same, where somebody said what some headings of that sheet mean. */
    static Optional<SheetHead> of(
            List<RawCell> cells, List<SheetLayout> layouts, String sheet, List<ColumnChoice> choices) {
        var best = Optional.<SheetHead>empty();
        for (var layout : layouts) {
            var chosen = choices.stream()
                    .filter(choice -> choice.isOf(sheet, layout))
                    .toList();
            var head = of(cells, layout, chosen);
            if (head.known() >= Math.min(2, layout.columns().size())
                    && head.known() > best.map(SheetHead::known).orElse(0)) {
                best = Optional.of(head);
            }
        }
        return best;
    }

    private int known() {
        return columns.size() + twice.size();
    }

    boolean hasHiddenKeys() {
        return !labels.isEmpty();
    }

    private static SheetHead of(List<RawCell> cells, SheetLayout layout, List<ColumnChoice> choices) {
        var columns = new TreeMap<Integer, SheetColumn>();
        var unknown = new TreeMap<Integer, String>();
        var labels = new TreeMap<Integer, String>();
        for (var cell : cells) {
            var text = cell.text().strip();
            if (text.isEmpty()) {
                continue;
            }
            var key = HeadKey.read(text);
            var column = key.isPresent() ? hidden(key.get(), layout) : visible(text, layout, choices);
            key.ifPresent(found -> labels.put(cell.column(), found.label()));
            if (column.isPresent()) {
                columns.put(cell.column(), column.get());
            } else if (!isProblems(key.map(HeadKey::column).orElse(text))) {
                unknown.put(cell.column(), key.map(HeadKey::label).orElse(text));
            }
        }
        var twice = twice(columns);
        return new SheetHead(layout, columns, twice, unknown, labels);
    }

    private static Optional<SheetColumn> hidden(HeadKey key, SheetLayout layout) {
        return key.sheet().equalsIgnoreCase(layout.key()) ? layout.column(key.column()) : Optional.empty();
    }

    private static Optional<SheetColumn> visible(String text, SheetLayout layout, List<ColumnChoice> choices) {
        var loose = ShownChoices.loose(text);
        return layout.column(text)
                .or(() -> layout.columns().stream()
                        .filter(column -> ShownChoices.loose(column.label()).equals(loose))
                        .findFirst())
                .or(() -> chosen(text, layout, choices));
    }

    private static Optional<SheetColumn> chosen(String text, SheetLayout layout, List<ColumnChoice> choices) {
        return choices.stream()
                .filter(choice -> choice.isCalled(text))
                .findFirst()
                .flatMap(choice -> layout.column(choice.column()));
    }

    private static boolean isProblems(String key) {
        return key.toLowerCase(Locale.ROOT).equals(SheetLayout.PROBLEMS);
    }

    private static Map<Integer, SheetColumn> twice(Map<Integer, SheetColumn> columns) {
        var seen = new HashSet<SheetColumn>();
        var again = new HashSet<SheetColumn>();
        columns.values().forEach(column -> {
            if (!seen.add(column)) {
                again.add(column);
            }
        });
        var twice = new TreeMap<Integer, SheetColumn>();
        columns.forEach((at, column) -> {
            if (again.contains(column)) {
                twice.put(at, column);
            }
        });
        columns.keySet().removeAll(twice.keySet());
        return twice;
    }

    /** Whether a row is the one of labels under the hidden keys: most of its texts are those labels. */
    boolean isLabels(List<RawCell> cells) {
        var same = 0;
        var other = 0;
        for (var cell : cells) {
            var label = labels.get(cell.column());
            if (label != null && !cell.isBlank()) {
                if (ShownChoices.loose(label).equals(ShownChoices.loose(cell.text()))) {
                    same++;
                } else {
                    other++;
                }
            }
        }
        return same > other;
    }

    /** With the heads of columns that somebody put in beside ours: they have a label, and no key above it. */
    SheetHead withLabels(List<RawCell> cells, String sheet, List<ColumnChoice> choices) {
        var meant =
                choices.stream().filter(choice -> choice.isOf(sheet, layout)).toList();
        var all = new TreeMap<>(columns);
        all.putAll(twice);
        var more = new TreeMap<>(unknown);
        cells.stream()
                .filter(cell -> !cell.isBlank() && !labels.containsKey(cell.column()))
                .forEach(cell -> chosen(cell.text(), layout, meant)
                        .ifPresentOrElse(
                                column -> all.put(cell.column(), column),
                                () -> more.put(cell.column(), cell.text().strip())));
        return new SheetHead(layout, all, twice(all), more, labels);
    }

    List<String> keys() {
        var keys = new ArrayList<String>();
        columns.values().forEach(column -> keys.add(column.key()));
        return keys;
    }
}
