package org.rumbo.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list.
 *
 * @param mark null where it had none
 * @param first its words on its first line
 * @param from index of its first line among the live lines
 * @param to index after its last line
 */
record Item(
        @Nullable Mark mark,
        String first,
        int from,
        int to,
        @Nullable String leadIn,
        List<Warning> warnings) {}
