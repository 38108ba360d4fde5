package org.rumbo.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rumbo.reading.Furniture.Printed;
import org.rumbo.reading.Source.SourceLine;

/**
 * Furniture of a text that does not tell where its pages end. Lines that come back count as furniture where they stand together
 * with a page number, or where they mostly cut sentences in two; a heading that every chapter has does neither. Numbers alone
 * count where they go on by one, a page apart.
 */
final class LooseFurniture {
    private static final int OFTEN = 3;
    private static final int SHORTEST_PAGE = 15;
    private static final int LONGEST_BLOCK = 60;

    private final List<SourceLine> lines;
    private final boolean[] furniture;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final String[] keys;
    private final List<Printed> printed = new ArrayList<>();

    LooseFurniture(List<SourceLine> lines) {
        this.lines = lines;
        furniture = new boolean[lines.size()];
        keys = new String[lines.size()];
        for (var i = 0; i < lines.size(); i++) {
            keys[i] = lines.get(i).isBlank() ? "" : Furniture.key(lines.get(i));
            if (!keys[i].isEmpty() && Headings.of(lines.get(i).raw().strip()) == Headings.Kind.NONE) {
                places.computeIfAbsent(keys[i], any -> new ArrayList<>()).add(i);
            }
        }
        places.values().removeIf(found -> found.size() < OFTEN);
    }

    Furniture find() {
        takeBlocks();
        takeInterrupting();
        takeNumbers();
        printed.sort(Comparator.comparingInt(Printed::first));
        return new Furniture(furniture, List.copyOf(printed));
    }

    /** Lines in a row, blank ones aside, that all come back, with a number among them. */
    private void takeBlocks() {
        for (var i = 0; i < lines.size(); i++) {
            if (!isRepeated(i) && !isNumber(i)) {
                continue;
            }
            var last = i;
            for (var next = i + 1; next < lines.size(); next++) {
                if (isRepeated(next) || isNumber(next)) {
                    last = next;
                } else if (!lines.get(next).isBlank()) {
                    break;
                }
            }
            takeBlock(i, last);
            i = last;
        }
    }

    private void takeBlock(int first, int last) {
        var repeated = 0;
        var numbers = new ArrayList<PageNumber>();
        for (var i = first; i <= last; i++) {
            repeated += isRepeated(i) ? 1 : 0;
            var number = isNumber(i) ? PageNumber.in(lines.get(i).raw()) : null;
            if (number != null) {
                numbers.add(number);
            }
        }
        if (repeated == 0 || numbers.size() != 1) {
            return;
        }
        for (var i = first; i <= last; i++) {
            furniture[i] = !lines.get(i).isBlank();
        }
        printed.add(new Printed(first, last, numbers.get(0).number()));
    }

    private void takeInterrupting() {
        places.values().forEach(found -> {
            var cutting = found.stream().filter(this::cutsSentence).count();
            if (2 * cutting < found.size()) {
                return;
            }
            found.stream().filter(index -> !furniture[index]).forEach(index -> {
                furniture[index] = true;
                var number = PageNumber.in(lines.get(index).raw());
                if (number != null) {
                    printed.add(new Printed(index, index, number.number()));
                }
            });
        });
    }

    private void takeNumbers() {
        var run = new ArrayList<Integer>();
        for (var i = 0; i <= lines.size(); i++) {
            if (i < lines.size() && (furniture[i] || !isNumber(i))) {
                continue;
            }
            if (i == lines.size() || !run.isEmpty() && !goesOn(run.get(run.size() - 1), i)) {
                takeRun(run);
                run.clear();
            }
            run.add(i);
        }
    }

    private void takeRun(List<Integer> run) {
        if (run.size() < OFTEN) {
            return;
        }
        for (int index : run) {
            furniture[index] = true;
            printed.add(new Printed(index, index, numberAt(index)));
        }
    }

    private boolean goesOn(int earlier, int later) {
        return later - earlier >= SHORTEST_PAGE && numberAt(later) == numberAt(earlier) + 1;
    }

    private int numberAt(int index) {
        var number = PageNumber.in(lines.get(index).raw());
        return number == null ? -1 : number.number();
    }

    private boolean isNumber(int index) {
        var raw = lines.get(index).raw();
        if (raw.length() > 40 || raw.isBlank()) {
            return false;
        }
        var number = PageNumber.in(raw);
        return number != null && number.isAlone();
    }

    private boolean isRepeated(int index) {
        return places.containsKey(keys[index]);
    }

    private boolean cutsSentence(int index) {
        var before = index - 1;
        while (before >= 0
                && index - before < LONGEST_BLOCK
                && (lines.get(before).isBlank() || isRepeated(before) || furniture[before])) {
            before--;
        }
        var after = index + 1;
        while (after < lines.size()
                && after - index < LONGEST_BLOCK
                && (lines.get(after).isBlank() || isRepeated(after) || furniture[after])) {
            after++;
        }
        if (before < 0 || after >= lines.size()) {
            return false;
        }
        var left = lines.get(before).raw().strip();
        return !Typography.endsSentence(left)
                && Typography.startsLow(lines.get(after).raw().strip());
    }
}
