package org.rumbo.workflow;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines by the widths of a wide sans, so that a narrower one fits as well; nothing is cut off. */
final class TextLines {
    private static final String WIDE = "mWM@%";
    private static final String CAPITAL = "ABCDEGHKNOPQRSUVXYZÁÉÍÓÚw";
    private static final String SLIM = "ftr()-/";
    private static final String NARROW = "ijlI .,:;|!'í";

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
        return text.chars().mapToDouble(TextLines::share).sum() * size;
    }

    private static double share(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.34;
        }
        if (SLIM.indexOf(letter) >= 0) {
            return 0.41;
        }
        if (CAPITAL.indexOf(letter) >= 0) {
            return 0.77;
        }
        return WIDE.indexOf(letter) >= 0 ? 0.97 : 0.63;
    }
}
