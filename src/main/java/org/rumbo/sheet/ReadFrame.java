package org.rumbo.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself. Anybody may have changed it: good for hints, never for deciding what is allowed.
 *
 * @param kind the file's kind
 * @param product what wrote it; null where it does not say
 * @param format the version of the sheets' meaning; null where it does not say
 * @param writtenAt when it was downloaded; null where it does not say
 * @param language its language's tag; null where it does not say
 */
public record ReadFrame(
        FileKind kind,
        @Nullable String product,
        @Nullable Integer format,
        @Nullable Instant writtenAt,
        @Nullable String language) {
    /** What an uploaded file is, by its bytes. */
    public enum FileKind {
        XLSX,
        CSV,
        /** A ZIP of CSV files, with or without {@code datapackage.json}. */
        CSV_ARCHIVE
    }
}
