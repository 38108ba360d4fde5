package org.rumbo.team;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person did on an item before, as the ledger tells it: separation of duties asks here, so that a later change of
 * role whitewashes nothing.
 */
public interface EarlierActs {
    /**
     * @param actions the ledger's names of acts; empty for any act
     * @param since only acts from here on; null for ever
     */
    boolean exist(UUID item, UUID person, Set<String> actions, @Nullable Instant since);
}
