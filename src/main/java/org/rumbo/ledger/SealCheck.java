package org.rumbo.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerLog.Tree;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.Hash;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.ledger.proof.NoteVerifier;
import org.rumbo.ledger.proof.Refused;
import org.rumbo.ledger.proof.RightEdge;
import org.rumbo.ledger.proof.SignedNote;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rebuilds every tree from the stored payloads, one row after the other, and compares leaves, roots and signatures with what
 * was sealed. It tells what somebody changed who has no key; against whoever has it, only a checkpoint helps that lies elsewhere.
 */
@Service
@Transactional(readOnly = true)
public class SealCheck {
    /** Enough to see what happened; the first one of each tree is the one that counts. */
    private static final int MOST_FINDINGS = 50;

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final SealingKeys keys;

    SealCheck(JdbcClient jdbc, JdbcTemplate template, SealingKeys keys) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        rows.setFetchSize(ROWS_AT_ONCE);
        this.keys = keys;
    }

    /**
     * What all trees hold.
     *
     * @param leaves how many events are sealed in the tree that grows
     * @param waiting how many are not yet
     */
    public record Seals(long leaves, long waiting, List<String> findings) {}

    public Seals examine() {
        var findings = new ArrayList<String>();
        var leaves = 0L;
        var trees = jdbc.sql("select id, origin from ledger_log order by id")
                .query((row, number) -> new Tree(row.getInt(1), row.getString(2)))
                .list();
        for (var tree : trees) {
            leaves = new Rebuilding(tree, findings).run();
        }
        var waiting = trees.isEmpty() ? 0 : waiting(trees.get(trees.size() - 1));
        return new Seals(leaves, waiting, List.copyOf(findings.subList(0, Math.min(findings.size(), MOST_FINDINGS))));
    }

    private long waiting(Tree tree) {
        return jdbc.sql("select count(*) from ledger_event e where not exists (select 1 from ledger_leaf l"
                        + " where l.log_id = ? and l.event_seq = e.seq)")
                .param(tree.id())
                .query(Long.class)
                .single();
    }

    /** One tree, leaf by leaf. */
    private final class Rebuilding {
        private final Tree tree;
        private final List<String> findings;
        private final Map<Long, Hash> roots = new HashMap<>();
        private final RightEdge edge = new RightEdge();
        private long agreed;
        private boolean broken;

        Rebuilding(Tree tree, List<String> findings) {
            this.tree = tree;
            this.findings = findings;
        }

        long run() {
            jdbc.sql("select tree_size, root from ledger_root where log_id = ?")
                    .param(tree.id())
                    .query(row -> {
                        roots.put(row.getLong(1), Hash.of(row.getBytes(2)));
                    });
            var stored = Map.copyOf(roots);
            rows.query(
                    "select l.leaf_index, l.event_seq, l.leaf_hash, e.payload from ledger_leaf l"
                            + " left join ledger_event e on e.seq = l.event_seq where l.log_id = ? order by l.leaf_index",
                    row -> {
                        add(row.getLong(1), row.getLong(2), Hash.of(row.getBytes(3)), row.getBytes(4));
                    },
                    tree.id());
            roots.keySet().stream()
                    .sorted()
                    .findFirst()
                    .ifPresent(size -> find("%d events were sealed, %d leaves are there".formatted(size, edge.size())));
            if (!broken && agreed < edge.size()) {
                find("leaf %d and those behind it are under no root".formatted(agreed));
            }
            checkNotes(stored);
            return edge.size();
        }

        private void add(long index, long event, Hash hash, byte @Nullable [] payload) {
            while (edge.size() < index) {
                find("leaf %d is missing".formatted(edge.size()));
                append(hash);
            }
            if (payload == null) {
                find("leaf %d: its event %d is gone".formatted(index, event));
            } else if (!MerkleTree.leaf(payload).equals(hash)) {
                find("leaf %d: event %d is not what was sealed".formatted(index, event));
            }
            append(payload == null ? hash : MerkleTree.leaf(payload));
        }

        private void append(Hash leaf) {
            edge.append(leaf);
            var root = roots.remove(edge.size());
            if (root == null) {
                return;
            }
            if (root.equals(edge.root())) {
                agreed = edge.size();
            } else if (!broken) {
                broken = true;
                find("the first leaf that is not what was sealed is one of %d to %d"
                        .formatted(agreed, edge.size() - 1));
            }
        }

        private void checkNotes(Map<Long, Hash> stored) {
            var known = new HashMap<String, SealingKeys.Known>();
            var verifiers = new HashMap<String, NoteVerifier>();
            for (var key : keys.known(tree.id())) {
                try {
                    verifiers.put(key.id(), NoteVerifier.parse(key.vkey()));
                    known.put(key.id(), key);
                } catch (Refused noKey) {
                    find("its key " + key.id() + " is none");
                }
            }
            rows.query(
                    "select tree_size, key_id, note from ledger_checkpoint where log_id = ? order by tree_size, key_id",
                    row -> {
                        var size = row.getLong(1);
                        var key = known.get(row.getString(2));
                        var verifier = verifiers.get(row.getString(2));
                        if (key == null
                                || verifier == null
                                || !isSigned(size, key, verifier, row.getString(3), stored)) {
                            find("the checkpoint of %d by %s does not fit".formatted(size, row.getString(2)));
                        }
                    },
                    tree.id());
        }

        private boolean isSigned(
                long size, SealingKeys.Known key, NoteVerifier verifier, String note, Map<Long, Hash> stored) {
            var root = stored.get(size);
            if (root == null || size < key.from() || key.until() != null && size > key.until()) {
                return false;
            }
            try {
                return SignedNote.open(note, List.of(verifier))
                        .text()
                        .equals(new Checkpoint(tree.origin(), size, root).text());
            } catch (Refused forged) {
                return false;
            }
        }

        private void find(String what) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add("ledger " + tree.origin() + ": " + what);
            }
        }
    }
}
