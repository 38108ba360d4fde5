package org.rumbo.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/** The import of one file, without what was found in it. */
record PaperImport(
        UUID id,
        @Nullable String key,
        @Nullable String title,
        Language language,
        String sha256,
        String fileName,
        long fileSize,
        String fileType,
        @Nullable UUID by,
        Instant at,
        ImportState state,
        Instant since,
        int done,
        int total,
        @Nullable String failure,
        @Nullable String failureArguments,
        @Nullable String givenUpBecause,
        @Nullable String confidence,
        String warnings,
        PaperFacts facts,
        @Nullable String imprint,
        boolean described) {

    static PaperImport of(ResultSet row) throws SQLException {
        return new PaperImport(
                row.getObject("id", UUID.class),
                row.getString("paper_key"),
                row.getString("title"),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("file_type"),
                row.getObject("imported_by", UUID.class),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                ImportState.valueOf(row.getString("state")),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("failure"),
                row.getString("failure_arguments"),
                row.getString("given_up_because"),
                row.getString("confidence"),
                row.getString("warnings"),
                PaperFacts.of(row),
                row.getString("imprint"),
                row.getObject("described_by") != null);
    }

    /** The paper's key, once it is known. */
    String paper() {
        return key == null ? "" : key;
    }
}
