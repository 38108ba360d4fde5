package org.rumbo.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation that an accepted passage becomes.
 *
 * @param part its number where the passage is split; null for the whole
 * @param corrected what the extraction should have read, or the words of the part; null where the passage stands as read
 * @param outcome null until it is carried out
 */
record PassageItem(
        int number,
        String code,
        String country,
        @Nullable Integer part,
        @Nullable String corrected,
        String title,
        String summary,
        List<String> themes,
        @Nullable Outcome outcome) {

    enum Outcome {
        CREATED,
        /** It was there, without the paper's words or with others. */
        ATTACHED,
        /** It was there with these very words. */
        UNCHANGED
    }
}
