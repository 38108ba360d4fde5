package org.rumbo.ledger;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerLog.Tree;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.Hash;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.ledger.proof.NoteSigner;
import org.rumbo.ledger.proof.RightEdge;
import org.rumbo.ledger.proof.SignedNote;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives events their place in the tree, then signs what was committed. Any number of nodes may do so at once: an index and an
 * event are each taken once, and whoever comes second has done nothing.
 */
@Component
class Sealer {
    /** Events of one seal. */
    static final int AT_ONCE = 1000;
    /** A number below the highest sealed one may still appear, but not so far below. */
    static final long REACH = 10_000;

    private static final Duration EVERYTHING_AGAIN = Duration.ofHours(1);
    private static final int SIGNED_AT_ONCE = 200;
    /** Politeness alone, and PostgreSQL's: nobody works out what another is working out. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(7381506402)";

    private final JdbcClient jdbc;
    private final SealedTrees trees;
    private final Clock clock;
    private final boolean locks;
    private final TransactionTemplate transaction;
    private @Nullable Looked looked;

    Sealer(
            JdbcClient jdbc,
            SealedTrees trees,
            Clock clock,
            DataSource database,
            PlatformTransactionManager transactions)
            throws SQLException {
        this.jdbc = jdbc;
        this.trees = trees;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        try (var connection = database.getConnection()) {
            this.locks = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    /** When all events of a tree were last looked through and none was left. */
    private record Looked(int tree, Instant at) {}

    private record Waiting(long seq, byte[] payload, Duration apart) {}

    /**
     * What one seal did.
     *
     * @param events how many got their place
     * @param apart by how much the clocks of application and database differed at most when they were recorded
     */
    record Sealed(int events, Duration apart) {
        static final Sealed NOTHING = new Sealed(0, Duration.ZERO);

        boolean isMore() {
            return events == AT_ONCE;
        }
    }

    /** Seals what waits, in the order of its numbers. */
    Sealed seal(Tree tree) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> sealNext(tree)));
        } catch (DuplicateKeyException rival) {
            return Sealed.NOTHING;
        }
    }

    private Sealed sealNext(Tree tree) {
        if (locks && !jdbc.sql(LOCK).query(Boolean.class).single()) {
            return Sealed.NOTHING;
        }
        var everything = isTimeForEverything(tree);
        var waiting = waiting(tree, everything ? 0 : highestSealed(tree) - REACH);
        if (everything && waiting.size() < AT_ONCE) {
            looked = new Looked(tree.id(), clock.instant());
        }
        if (waiting.isEmpty()) {
            return Sealed.NOTHING;
        }
        var edge = trees.newest(tree.id()).map(SealedTrees.Root::edge).orElseGet(RightEdge::new);
        var apart = Duration.ZERO;
        var first = firstEvent(tree);
        for (var event : waiting) {
            var hash = MerkleTree.leaf(event.payload());
            trees.addLeaf(tree.id(), edge.size(), event.seq(), hash);
            edge.append(hash);
            if (event.seq() > first && event.apart().compareTo(apart) > 0) {
                apart = event.apart();
            }
        }
        trees.add(tree.id(), edge, Timestamp.from(clock.instant()));
        return new Sealed(waiting.size(), apart);
    }

    private boolean isTimeForEverything(Tree tree) {
        var last = looked;
        return last == null
                || last.tree() != tree.id()
                || last.at().plus(EVERYTHING_AGAIN).isBefore(clock.instant())
                || last.at().isAfter(clock.instant());
    }

    private long highestSealed(Tree tree) {
        return jdbc.sql("select event_seq from ledger_leaf where log_id = ? order by event_seq desc"
                        + " fetch first 1 rows only")
                .param(tree.id())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** What a tree took over from the one before has lower numbers, and was looked at there. */
    private long firstEvent(Tree tree) {
        return jdbc.sql("select event_seq from ledger_leaf where log_id = ? and leaf_index = 0")
                .param(tree.id())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Whatever has no place yet, never whatever is newer than the last: a lower number may be committed later. */
    private List<Waiting> waiting(Tree tree, long above) {
        return jdbc.sql("select e.seq, e.payload, e.recorded_at, e.db_at from ledger_event e where e.seq > ?"
                        + " and not exists (select 1 from ledger_leaf l where l.log_id = ? and l.event_seq = e.seq)"
                        + " order by e.seq fetch first " + AT_ONCE + " rows only")
                .params(above, tree.id())
                .query((row, number) -> new Waiting(
                        row.getLong(1),
                        row.getBytes(2),
                        Duration.between(row.getObject(3, OffsetDateTime.class), row.getObject(4, OffsetDateTime.class))
                                .abs()))
                .list();
    }

    /**
     * Signs roots that are committed, and those alone: a signature on a tree that was rolled back could not be taken back.
     * The same root has the same signature, whoever makes it.
     */
    void sign(Tree tree, List<NoteSigner> signers) {
        for (var signer : signers) {
            try {
                while (Objects.requireNonNull(transaction.execute(status -> signNext(tree, signer)))
                        == SIGNED_AT_ONCE) {
                    // as long as there are more
                }
            } catch (DuplicateKeyException rival) {
                // Another node signed the same.
            }
        }
    }

    private int signNext(Tree tree, NoteSigner signer) {
        if (locks && !jdbc.sql(LOCK).query(Boolean.class).single()) {
            return 0;
        }
        var key = signer.verifier().idText();
        var unsigned = trees.unsigned(tree.id(), key, SIGNED_AT_ONCE);
        unsigned.forEach((size, root) -> trees.addNote(tree.id(), size, key, note(tree, size, root, signer)));
        return unsigned.size();
    }

    private static String note(Tree tree, long size, Hash root, NoteSigner signer) {
        return SignedNote.sign(new Checkpoint(tree.origin(), size, root).text(), signer);
    }
}
