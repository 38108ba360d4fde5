package org.rumbo.reading;

import java.util.ArrayList;
import java.util.List;

/** A paper's lines that carry its text, in reading order, and where each stands. */
record Layout(List<Line> lines, Pages pages, boolean[] furniture, boolean[] tables) {

    static Layout of(Source source) {
        var furniture = Furniture.of(source);
        var pages = Pages.of(source, furniture);
        var lines = new ArrayList<Line>();
        var blank = true;
        var turned = true;
        var between = false;
        var edge = edge(source);
        for (var i = 0; i < source.lines().size(); i++) {
            var line = source.lines().get(i);
            turned |= pages.turns().contains(i);
            if (line.isBlank()) {
                blank = true;
            } else if (furniture.lines()[i]) {
                between = true;
            } else {
                var gap = blank && !between && !(source.sheeted() && turned);
                var text = Typography.clean(Typography.withoutLetterSpacing(line.raw()));
                if (!text.isEmpty()) {
                    lines.add(new Line(i + 1, text, gap, turned || between, indent(line.raw()) >= edge + 2));
                    blank = turned = between = false;
                }
            }
        }
        return new Layout(List.copyOf(lines), pages, furniture.lines(), Tables.in(source));
    }

    boolean hasFurnitureBetween(int firstLine, int lastLine) {
        for (var i = firstLine - 1; i < lastLine; i++) {
            if (furniture[i]) {
                return true;
            }
        }
        return false;
    }

    boolean hasTable(int firstLine, int lastLine) {
        for (var i = firstLine - 1; i < lastLine; i++) {
            if (tables[i]) {
                return true;
            }
        }
        return false;
    }

    private static int edge(Source source) {
        return source.lines().stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> indent(line.raw()))
                .min()
                .orElse(0);
    }

    private static int indent(String raw) {
        var indent = 0;
        for (var i = 0; i < raw.length() && Character.isWhitespace(raw.charAt(i)); i++) {
            indent += raw.charAt(i) == '\t' ? 4 : 1;
        }
        return indent;
    }
}
