package org.rumbo.workflow;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines by the usual widths of a humanist sans; nothing is cut off. */
final class TextLines {
    private static final double WIDE = 0.9;
    private static final double USUAL = 0.6;
    private static final double NARROW = 0.34;

    private TextLines() {}

    static List<String> wrap(String text, double room, double size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word, size) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static double width(String text, double size) {
        return text.chars()
                        .mapToDouble(letter -> "mwMWO@%".indexOf(letter) >= 0
                                ? WIDE
                                : "iljtfrI .,:;|!'()".indexOf(letter) >= 0 ? NARROW : USUAL)
                        .sum()
                * size;
    }
}
