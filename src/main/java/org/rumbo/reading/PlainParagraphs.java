package org.rumbo.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recommendations without enumerators: each paragraph is one; one that ends in a colon opens those that follow. */
final class PlainParagraphs {
    private static final double SHORT_LINE = 0.75;

    private final List<Line> lines;
    private final Joining joining;
    private final int from;
    private final int to;
    private final List<Item> items = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private @Nullable String leadIn;
    private int end;

    PlainParagraphs(List<Line> lines, Joining joining, int from, int to) {
        this.lines = lines;
        this.joining = joining;
        this.from = from;
        this.to = to;
        this.end = to;
    }

    List<Item> read() {
        var begin = from;
        for (var i = from + 1; i <= to && begin < end; i++) {
            if (i == to || parts(i)) {
                take(begin, i);
                begin = i;
            }
        }
        return items;
    }

    List<Warning> warnings() {
        return warnings;
    }

    int end() {
        return end;
    }

    private boolean parts(int index) {
        var line = lines.get(index);
        var before = lines.get(index - 1).text();
        if (Typography.startsLow(line.text()) || Typography.breaksWord(before) || before.endsWith(",")) {
            return false;
        }
        if (line.gap()) {
            return true;
        }
        if (line.indented() && !lines.get(index - 1).indented()) {
            return Typography.endsSentence(before);
        }
        return line.turned() && Typography.endsSentence(before) && before.length() < SHORT_LINE * width();
    }

    private int width() {
        return lines.subList(from, to).stream()
                .mapToInt(line -> line.text().length())
                .max()
                .orElse(0);
    }

    private void take(int begin, int next) {
        var text = joining.join(lines.subList(begin, next));
        if (text.endsWith(":")) {
            leadIn = text;
            return;
        }
        if (Typography.looksLikeHeading(text) && next - begin <= 2 && next < to) {
            if (items.isEmpty()) {
                leadIn = text;
                return;
            }
            warnings.add(
                    new Warning(Warning.Kind.UNKNOWN_LAYOUT, lines.get(begin).number(), List.of()));
            end = begin;
            return;
        }
        items.add(new Item(null, lines.get(begin).text(), begin, next, leadIn, crossesPage(begin, next)));
    }

    /** A sentence that ends with the page may end the paragraph too. */
    private List<Warning> crossesPage(int begin, int next) {
        for (var i = begin + 1; i < next; i++) {
            if (lines.get(i).turned()
                    && Typography.endsSentence(lines.get(i - 1).text())) {
                return List.of(
                        new Warning(Warning.Kind.END_UNCERTAIN, lines.get(i).number(), List.of()));
            }
        }
        return List.of();
    }
}
