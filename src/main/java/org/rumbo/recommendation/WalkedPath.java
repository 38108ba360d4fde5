package org.rumbo.recommendation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way that an item took through its process models, as the ledger tells it. */
public interface WalkedPath {
    /** The steps taken, oldest first; only those of confirmed facts where asked for. */
    List<Step> of(UUID item, boolean releasedOnly);

    /** How those who stand in the ledger under these pseudonyms are called; whoever was erased is missing. */
    Map<String, String> names(Collection<String> pseudonyms);

    /**
     * @param activity the step of the model that was left
     * @param by the ledger's pseudonym of who did it; null for timers
     */
    record Step(
            String activity,
            String action,
            State from,
            State to,
            Instant at,
            @Nullable String by) {}
}
