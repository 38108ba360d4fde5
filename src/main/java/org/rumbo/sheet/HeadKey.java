package org.rumbo.sheet;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the hidden first row says of a column: {@code recommendations/code|Code}. The label stands there once more, so that the row
 * of labels is known for what it is in whichever language it was written, and a row of data is never taken for it.
 *
 * @param sheet the key of the layout
 * @param column the key of the column
 */
record HeadKey(String sheet, String column, String label) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?s)([A-Za-z][\\w.-]{0,63})/([A-Za-z][\\w.-]{0,63})\\|(.*)");

    static String of(String sheet, String column, String label) {
        return XmlText.encode(sheet + "/" + column + "|" + label);
    }

    static Optional<HeadKey> read(String text) {
        var written = WRITTEN.matcher(text.strip());
        return written.matches()
                ? Optional.of(new HeadKey(written.group(1), written.group(2), written.group(3)))
                : Optional.empty();
    }
}
