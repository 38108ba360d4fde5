package org.rumbo.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Sha256;

/**
 * What a row says of the moment at which it was downloaded: the version, and a short mark of each cell. So it can be told later
 * which cells its owner changed and which somebody else did. Marks only propose; nothing is decided by them.
 */
record RowVersion(String tag, Map<String, String> marks) {
    private static final int LENGTH = 3;
    /** Of a row that says nothing of its download: whatever differs was changed by whoever sent it. */
    static final RowVersion UNKNOWN = new RowVersion("", Map.of());

    static String write(String tag, List<SheetField> fields, Map<String, @Nullable String> values) {
        var written = new StringBuilder(tag).append('.');
        marked(fields).forEach(field -> written.append(mark(values.get(field))));
        return written.toString();
    }

    /** Marks of another number of columns are those of another program version: they say nothing. */
    static RowVersion read(@Nullable String written, List<SheetField> fields) {
        var names = marked(fields);
        var dot = written == null ? -1 : written.indexOf('.');
        if (written == null || dot < 0 || written.length() - dot - 1 != names.size() * LENGTH) {
            return UNKNOWN;
        }
        var marks = new HashMap<String, String>();
        var at = dot + 1;
        for (var name : names) {
            marks.put(name, written.substring(at, at + LENGTH));
            at += LENGTH;
        }
        return new RowVersion(written.substring(0, dot), marks);
    }

    private static List<String> marked(List<SheetField> fields) {
        return fields.stream()
                .filter(SheetField::isOfThing)
                .map(SheetField::name)
                .toList();
    }

    boolean isKnown() {
        return !marks.isEmpty();
    }

    /** Whether that stood in the cell when it was downloaded. */
    boolean had(String field, @Nullable String value) {
        return isKnown() && mark(value).equals(marks.get(field));
    }

    private static String mark(@Nullable String value) {
        var text = value == null ? "" : value;
        return Base64.getUrlEncoder()
                .encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, LENGTH);
    }
}
