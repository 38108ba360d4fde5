package org.rumbo.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was changed for many recommendations at once, and what became of each.
 *
 * @param undoUntil until when it can be undone; null where that is over
 * @param undone whether it was undone, as far as that could be
 */
public record BulkChange(
        UUID id, BulkField field, Instant madeAt, @Nullable Instant undoUntil, boolean undone, List<Item> items) {
    /** It was changed, or set back. */
    static final String DONE = "DONE";
    /** It read like that already. */
    static final String SAME = "SAME";

    /**
     * @param outcome DONE, SAME, or the name of the refusal
     * @param undoOutcome the same for setting it back; null while it was not tried
     */
    public record Item(
            String code, String outcome, @Nullable String undoOutcome) {
        public boolean changed() {
            return outcome.equals(DONE);
        }

        public boolean setBack() {
            return DONE.equals(undoOutcome);
        }
    }

    public List<Item> changed() {
        return items.stream().filter(Item::changed).toList();
    }

    public List<Item> left() {
        return items.stream().filter(item -> !item.changed()).toList();
    }
}
