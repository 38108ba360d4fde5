package org.rumbo.ledger.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The revisions of each item, which rise with the leaves. */
final class Chains {
    private static final class Chain {
        private long first;
        private long last;
        private boolean gaps;
        private boolean promised;
    }

    private final Map<UUID, Chain> chains = new HashMap<>();

    /**
     * @param promised a withheld event names its item for nothing but to show that the chain is whole
     */
    void add(UUID item, long rev, boolean promised, String where) {
        var known = chains.get(item);
        var chain = known == null ? new Chain() : known;
        if (rev <= chain.last) {
            throw new Refused(Fault.BROKEN_CHAIN, where);
        }
        if (known == null) {
            chain.first = rev;
            chains.put(item, chain);
        } else {
            chain.gaps |= rev != chain.last + 1;
        }
        chain.last = rev;
        chain.promised |= promised;
    }

    void close() {
        chains.forEach((item, chain) -> {
            if (chain.promised && (chain.gaps || chain.first != 1)) {
                throw new Refused(Fault.BROKEN_CHAIN, item.toString());
            }
        });
    }

    List<UUID> excerpts() {
        return chains.entrySet().stream()
                .filter(entry -> entry.getValue().gaps || entry.getValue().first != 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    int whole() {
        return chains.size() - excerpts().size();
    }
}
