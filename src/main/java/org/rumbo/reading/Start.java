package org.rumbo.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a chapter begins.
 *
 * @param from index among the live lines of the title's first line
 * @param body index of the first line after title and authors
 */
record Start(
        int from,
        int body,
        String title,
        List<String> authors,
        @Nullable String country,
        Confidence confidence,
        List<Warning> warnings) {}
