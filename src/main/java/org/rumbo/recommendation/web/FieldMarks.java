package org.rumbo.recommendation.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which value each field had when a form was drawn, as short marks that the form carries: so it can be told which fields its
 * writer changed herself. Marks only propose; nothing is decided by them.
 */
record FieldMarks(Map<String, String> byField) {
    static String write(Map<String, @Nullable String> values) {
        return values.entrySet().stream()
                .map(field -> field.getKey() + ":" + mark(field.getValue()))
                .collect(Collectors.joining(","));
    }

    static FieldMarks read(@Nullable String written) {
        var marks = new HashMap<String, String>();
        if (written != null) {
            for (var mark : written.split(",")) {
                var parts = mark.split(":", 2);
                if (parts.length == 2) {
                    marks.put(parts[0], parts[1]);
                }
            }
        }
        return new FieldMarks(marks);
    }

    /** Also where nothing is known of the field. */
    boolean differ(String field, @Nullable String value) {
        return !Objects.equals(byField.get(field), mark(value));
    }

    static String mark(@Nullable String value) {
        return Integer.toHexString(Objects.hashCode(plain(value)));
    }

    /** Without what a browser adds to a text; null for nothing. */
    static @Nullable String plain(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
    }
}
