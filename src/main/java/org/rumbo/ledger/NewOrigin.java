package org.rumbo.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerLog.Tree;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.ledger.proof.RightEdge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the ledger go on in a new tree under a new name and key. Its first leaf quotes the last checkpoint of the one before,
 * so that nobody can take the new one for it; all events that are there follow.
 */
@Service
public class NewOrigin {
    static final String ACTION = "log.origin";

    private final JdbcClient jdbc;
    private final LedgerLog log;
    private final Ledger ledger;
    private final SealedTrees trees;
    private final SealingKeys keys;
    private final SealGuard guard;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NewOrigin(
            JdbcClient jdbc,
            LedgerLog log,
            Ledger ledger,
            SealedTrees trees,
            SealingKeys keys,
            SealGuard guard,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.log = log;
        this.ledger = ledger;
        this.trees = trees;
        this.keys = keys;
        this.guard = guard;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Why the one before ended. */
    public enum Reason {
        /** An older backup was restored. */
        RESTORED,
        /** Somebody else may have its key. */
        COMPROMISED,
        /** It came here with an archive. */
        MOVED
    }

    /**
     * The tree that began.
     *
     * @param lost the last checkpoint of the one before; null where it was never signed
     */
    public record Begun(
            String origin,
            String vkey,
            String before,
            @Nullable Checkpoint lost) {}

    /** Stop all servers before. */
    public Begun begin(Reason reason) {
        var begun = Objects.requireNonNull(transaction.execute(status -> {
            var before = log.stored().orElseThrow(() -> new SealingKeys.KeyRefused("this ledger has not begun yet"));
            var name = log.nextName(before.origin());
            if (log.named(name).isPresent()) {
                throw new SealingKeys.KeyRefused(
                        "rumbo.ledger.origin still names " + name + ", which was used; set it to another name");
            }
            return begin(name, before, guard.lastKnown(before), reason);
        }));
        keys.forgetOthersThan(log.current());
        return begun;
    }

    /** In the caller's transaction. */
    Begun begin(String name, Tree before, Optional<Checkpoint> lost, Reason reason) {
        var tree = log.begin(name);
        var key = keys.keyOf(tree);
        var detail = new LinkedHashMap<String, Object>();
        detail.put("origin", name);
        detail.put("vkey", key.vkey());
        detail.put("reason", reason.name());
        detail.put("before", before.origin());
        trees.newest(before.id()).ifPresent(stored -> detail.put("stored", stored.size()));
        lost.ifPresent(head -> {
            detail.put("size", head.size());
            detail.put("root", head.root().toString());
        });
        ledger.record(ACTION, null, detail);
        placeFirst(tree);
        return new Begun(name, key.vkey(), before.origin(), lost.orElse(null));
    }

    /** It has the highest number of all, yet its place is the first. */
    private void placeFirst(Tree tree) {
        var edge = new RightEdge();
        jdbc.sql("select seq, payload from ledger_event where action = ? order by seq desc fetch first 1 rows only")
                .param(ACTION)
                .query(row -> {
                    var hash = MerkleTree.leaf(row.getBytes(2));
                    trees.addLeaf(tree.id(), 0, row.getLong(1), hash);
                    edge.append(hash);
                });
        trees.add(tree.id(), edge, Timestamp.from(clock.instant()));
    }
}
