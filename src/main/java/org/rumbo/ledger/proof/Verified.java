package org.rumbo.ledger.proof;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was proven.
 *
 * @param old what the receiver was given last time, and the log grew out of
 * @param excerpts items of which some revisions are not here; nobody promised that they are
 */
public record Verified(
        Checkpoint checkpoint,
        @Nullable Checkpoint old,
        List<Event> events,
        int wholeChains,
        List<UUID> excerpts,
        List<Report> reports) {
    public enum Outcome {
        VALID,
        /** Sealed, and a text of it erased later. */
        ERASED,
        /** Sealed, and not for this receiver. */
        WITHHELD
    }

    /**
     * One leaf.
     *
     * @param closed how many texts are not shown here, though not erased
     * @param erasedAt when the newest of its erasures was recorded
     */
    public record Event(
            long index,
            Outcome outcome,
            @Nullable UUID event,
            @Nullable String action,
            @Nullable String at,
            @Nullable UUID item,
            @Nullable Long rev,
            int closed,
            @Nullable String erasedAt) {}

    /** A file that a sealed event issued. */
    public record Report(String name, String sha256, long index, UUID event, String at) {}

    public long count(Outcome outcome) {
        return events.stream().filter(event -> event.outcome() == outcome).count();
    }
}
