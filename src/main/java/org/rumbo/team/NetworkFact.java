package org.rumbo.team;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the network to no single item, and that the ledger records in the same transaction. Detail holds
 * codes, numbers, days and ids only; whatever somebody typed is in {@link #texts()}.
 */
public interface NetworkFact {
    /** The act's name in the ledger. */
    String action();

    /** Who did it; null for timers and jobs. */
    @Nullable
    UUID by();

    /** Which country team it concerns; null where it concerns all. */
    @Nullable
    CountryCode country();

    Map<String, ?> detail();

    /** Whom it concerns, by their part in it; they are recorded by pseudonym. */
    default Map<String, UUID> persons() {
        return Map.of();
    }

    /** Free texts by field name (letters and digits only). */
    default Map<String, String> texts() {
        return Map.of();
    }
}
