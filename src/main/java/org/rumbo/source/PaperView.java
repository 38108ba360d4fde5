package org.rumbo.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper whose recommendations are tracked.
 *
 * @param imports its imports, the newest first; empty for whoever may not import
 */
public record PaperView(
        String key,
        String title,
        String language,
        String published,
        @Nullable String isbn,
        List<String> publishers,
        List<String> editors,
        @Nullable String address,
        List<Chapter> chapters,
        List<Import> imports) {

    /** @param recommendations how many of the chapter's are tracked: 0 is an answer, too */
    public record Chapter(int number, String country, String title, String authors, int recommendations) {}

    public record Import(UUID id, String fileName, ImportState state, Instant at) {}
}
