package org.rumbo.team;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people did before, whatever roles they had then: the separation of duties asks here, so that a later change of role
 * whitewashes nothing. What a deputy did counts for her and for whom she stood in.
 */
public interface EarlierActs {
    /**
     * @param persons any of whom must have acted, or somebody in her name
     * @param actions the ledger's names of acts; empty for any act
     * @param since only acts from here on; null for ever
     */
    boolean exist(UUID item, Set<UUID> persons, Set<String> actions, @Nullable Instant since);
}
