package org.rumbo.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was changed about people, as the ledger recorded it. */
public interface TeamRecord {
    /**
     * One change.
     *
     * @param by who did it, by name; null where the directory said so
     * @param erased whether somebody did it whose name was erased since
     * @param persons whom it is about, by the part that each has in it, by name; erased ones are missing
     * @param facts codes and days; lists are separated by blanks
     */
    record Change(
            Instant at,
            String action,
            @Nullable String by,
            boolean erased,
            Map<String, String> persons,
            Map<String, String> facts) {}

    /** The changes about somebody, newest first. */
    List<Change> about(UUID person);
}
