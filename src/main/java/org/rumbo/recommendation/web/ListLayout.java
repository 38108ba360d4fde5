package org.rumbo.recommendation.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which the same list is shown. */
enum ListLayout {
    TABLE,
    BOARD,
    TIMELINE;

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ListLayout of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(layout -> layout.key().equals(key))
                .findFirst()
                .orElse(TABLE);
    }
}
