package org.rumbo.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.rumbo.reading.Source.SourceLine;

/**
 * What a page carries besides its text: running heads and feet, page numbers, the imprint, notes in small type.
 *
 * @param lines for each line whether it is furniture
 * @param printed the page numbers found in it, in the paper's order
 */
record Furniture(boolean[] lines, List<Printed> printed) {
    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LONGEST = 120;

    /**
     * A page's number.
     *
     * @param first index of the first line of the furniture that it stands in
     * @param last index of its last line
     */
    record Printed(int first, int last, int number) {}

    static Furniture of(Source source) {
        return source.sheeted() ? new EdgeFurniture(source.lines()).find() : new LooseFurniture(source.lines()).find();
    }

    /** What stays the same from page to page; empty where the line is no candidate. */
    static String key(SourceLine line) {
        var raw = line.raw();
        if (raw.length() > LONGEST) {
            return "";
        }
        var key = DIGITS.matcher(NO_SIGN.matcher(Typography.fold(raw)).replaceAll(""))
                .replaceAll("");
        return key.length() < 3 ? "" : key;
    }
}
