package org.rumbo.ledger.proof;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody takes home to check without us.
 *
 * @param checkpoint the signed note of the log's head
 * @param old the note that the receiver was given last time
 * @param consistency leads from the old head to this one
 * @param entries in leaf order; gone through four times, and each time the same
 */
public record Bundle(
        String checkpoint,
        @Nullable String old,
        List<Hash> consistency,
        Iterable<? extends Entry> entries,
        List<Report> reports) {
    public Bundle {
        consistency = List.copyOf(consistency);
        reports = List.copyOf(reports);
    }

    /** A leaf with its path. */
    public sealed interface Entry {
        long index();

        List<Hash> path();
    }

    /**
     * An event that the receiver may read.
     *
     * @param payload the very bytes that were sealed
     * @param open texts by their fields; those that the receiver may not read are left out
     */
    public record Opened(long index, List<Hash> path, byte[] payload, Map<String, Opening> open) implements Entry {}

    /**
     * An event of which only its hash leaves the house.
     *
     * @param item whose chain must be seen to be whole, with the revision that this event is
     */
    public record Withheld(
            long index,
            List<Hash> path,
            Hash hash,
            @Nullable UUID item,
            @Nullable Integer rev) implements Entry {}

    /** What became of a text that an event holds a commitment of. */
    public sealed interface Opening {}

    public record Text(byte[] salt, String value) implements Opening {}

    /**
     * A text that is gone.
     *
     * @param by the id of the later {@code privacy.erased} event, which is in the bundle too
     */
    public record Erased(UUID by) implements Opening {}

    /**
     * A report as it was issued.
     *
     * @param name the file's plain name
     * @param proof of the {@code report.issued} event, which stands in it as {@code extra}, under the bundle's checkpoint
     */
    public record Report(String name, byte[] content, TlogProof proof) {}
}
