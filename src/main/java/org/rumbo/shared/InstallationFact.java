package org.rumbo.shared;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the installation rather than to an item, and that the ledger records in the same transaction.
 *
 * @param action the act's name in the ledger
 * @param detail codes, numbers and hashes only
 * @param by who did it; null where nobody in particular did
 * @param persons whom else it concerns, by the part that each has in it; a record of it names nobody otherwise
 */
public record InstallationFact(
        String action, Map<String, ?> detail, @Nullable UUID by, Map<String, UUID> persons) {
    public InstallationFact(String action, Map<String, ?> detail, @Nullable UUID by) {
        this(action, detail, by, Map.of());
    }

    public InstallationFact(String action, Map<String, ?> detail) {
        this(action, detail, null);
    }
}
