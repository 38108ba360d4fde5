package org.rumbo.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When an item came to its states, one after the other, as the ledger tells it. */
public interface Arrivals {
    /** Oldest first: its entry, then every move from one state to another. All of them are confirmed facts. */
    List<Arrival> of(UUID item);

    /**
     * @param from where it came from; on its entry the state that it entered
     * @param action what moved it, by the ledger's name
     * @param by who did it; null for what was taken over from a paper, or whoever was erased
     * @param behalf for whom she acted as deputy
     * @param reason why it went back, in its maker's words; null for other moves and where nobody may read it
     */
    record Arrival(
            State from,
            State to,
            Instant at,
            String action,
            @Nullable UUID by,
            @Nullable UUID behalf,
            @Nullable String reason) {

        Arrival withoutReason() {
            return new Arrival(from, to, at, action, by, behalf, null);
        }
    }
}
