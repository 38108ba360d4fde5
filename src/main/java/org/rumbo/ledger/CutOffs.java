package org.rumbo.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.proof.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says which checkpoint of the tree that grows was the first to hold everything that had been recorded before a moment. */
@Component
public class CutOffs {
    private final JdbcClient jdbc;
    private final LedgerLog log;

    CutOffs(JdbcClient jdbc, LedgerLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * What is sealed of the time before a moment.
     *
     * @param waits whether something recorded before it is in no signed tree yet
     * @param first null while that is so, and where nothing had been recorded
     */
    public record Covered(boolean waits, @Nullable First first) {}

    /** The first checkpoint that covers it, with the number of the key that signed it. */
    public record First(long size, String root, String keyId) {}

    public Covered before(Instant moment) {
        var tree = log.stored().map(LedgerLog.Tree::id).orElse(0);
        if (isAnyUnsealed(tree, moment)) {
            return new Covered(true, null);
        }
        var leaf = lastLeaf(tree, moment);
        if (leaf.isEmpty()) {
            return new Covered(false, null);
        }
        var first = first(tree, leaf.get());
        return new Covered(first.isEmpty(), first.orElse(null));
    }

    private boolean isAnyUnsealed(int tree, Instant moment) {
        return jdbc.sql(
                        "select exists (select 1 from ledger_event e where e.recorded_at < :moment and e.seq >"
                                + " (select coalesce(max(s.event_seq), 0) from ledger_leaf s where s.log_id = :tree) - "
                                + Sealer.REACH
                                + " and not exists (select 1 from ledger_leaf l where l.log_id = :tree and l.event_seq = e.seq))")
                .param("moment", Timestamp.from(moment))
                .param("tree", tree)
                .query(Boolean.class)
                .single();
    }

    private Optional<Long> lastLeaf(int tree, Instant moment) {
        return jdbc.sql("select max(l.leaf_index) from ledger_leaf l join ledger_event e on e.seq = l.event_seq"
                        + " where l.log_id = ? and e.recorded_at < ?")
                .params(tree, Timestamp.from(moment))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    private Optional<First> first(int tree, long leaf) {
        return jdbc.sql("select c.tree_size, r.root, c.key_id from ledger_checkpoint c"
                        + " join ledger_root r on r.log_id = c.log_id and r.tree_size = c.tree_size"
                        + " join ledger_key k on k.log_id = c.log_id and k.key_id = c.key_id"
                        + " where c.log_id = ? and c.tree_size > ?"
                        + " order by c.tree_size, k.from_size, c.key_id fetch first 1 rows only")
                .params(tree, leaf)
                .query((row, number) ->
                        new First(row.getLong(1), Hash.of(row.getBytes(2)).toString(), row.getString(3)))
                .optional();
    }
}
