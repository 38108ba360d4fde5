package org.rumbo.recommendation.web;

import java.util.HashMap;
import java.util.Map;

/**
 * What somebody chose, field by field, where another had changed the same meanwhile: {@code keep.<field>} is {@code mine} or
 * {@code theirs}.
 */
record Choices(Map<String, String> made) {
    static final Choices NONE = new Choices(Map.of());
    private static final String KEEP = "keep.";
    private static final String THEIRS = "theirs";

    static Choices of(Map<String, String> sent) {
        var made = new HashMap<String, String>();
        sent.forEach((name, value) -> {
            if (name.startsWith(KEEP)) {
                made.put(name.substring(KEEP.length()), value);
            }
        });
        return new Choices(Map.copyOf(made));
    }

    boolean any() {
        return !made.isEmpty();
    }

    boolean theirs(String field) {
        return THEIRS.equals(made.get(field));
    }

    /** What is chosen already, else what she would most likely want: her own words where she changed any. */
    boolean proposesTheirs(String field, boolean changedByMe) {
        return made.containsKey(field) ? theirs(field) : !changedByMe;
    }
}
