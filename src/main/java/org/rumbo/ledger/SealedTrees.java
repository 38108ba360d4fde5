package org.rumbo.ledger;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.Hash;
import org.rumbo.ledger.proof.RightEdge;
import org.rumbo.ledger.proof.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is stored of the ledger's trees: their roots with what it takes to go on from each, and the signed notes. */
@Component
class SealedTrees {
    private final JdbcClient jdbc;

    SealedTrees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Root(long size, Hash root, RightEdge edge) {}

    /** A checkpoint with the signatures of all who signed it. */
    record Note(long size, String text) {
        Checkpoint checkpoint() {
            return Checkpoint.parse(SignedNote.textOf(text));
        }
    }

    Optional<Root> newest(int tree) {
        return jdbc.sql("select tree_size, root, edge from ledger_root where log_id = ? order by tree_size desc"
                        + " fetch first 1 rows only")
                .param(tree)
                .query((row, number) -> new Root(
                        row.getLong(1),
                        Hash.of(row.getBytes(2)),
                        new RightEdge(row.getLong(1), hashes(row.getBytes(3)))))
                .optional();
    }

    Optional<Hash> root(int tree, long size) {
        return jdbc.sql("select root from ledger_root where log_id = ? and tree_size = ?")
                .params(tree, size)
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .optional();
    }

    /** How many leaves there are, as their highest number tells. */
    long leaves(int tree) {
        return jdbc.sql("select leaf_index from ledger_leaf where log_id = ? order by leaf_index desc"
                        + " fetch first 1 rows only")
                .param(tree)
                .query(Long.class)
                .optional()
                .map(index -> index + 1)
                .orElse(0L);
    }

    Optional<Note> newestNote(int tree) {
        return jdbc.sql("select max(tree_size) from ledger_checkpoint where log_id = ?")
                .param(tree)
                .query((row, number) -> {
                    var size = row.getLong(1);
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(size);
                })
                .single()
                .flatMap(size -> note(tree, size));
    }

    /** The checkpoint at that size; every key's note has the same text above its own signature. */
    Optional<Note> note(int tree, long size) {
        var signed = jdbc.sql(
                        "select c.note from ledger_checkpoint c join ledger_key k on k.log_id = c.log_id"
                                + " and k.key_id = c.key_id where c.log_id = ? and c.tree_size = ? order by k.from_size, c.key_id")
                .params(tree, size)
                .query(String.class)
                .list();
        if (signed.isEmpty()) {
            return Optional.empty();
        }
        var note = new StringBuilder(signed.get(0));
        for (var other : signed.subList(1, signed.size())) {
            note.append(other, other.indexOf("\n\n") + 2, other.length());
        }
        return Optional.of(new Note(size, note.toString()));
    }

    void add(int tree, RightEdge edge, Timestamp at) {
        jdbc.sql("insert into ledger_root (log_id, tree_size, root, edge, sealed_at) values (?, ?, ?, ?, ?)")
                .params(tree, edge.size(), edge.root().bytes(), bytes(edge.parts()), at)
                .update();
    }

    void addLeaf(int tree, long index, long event, Hash hash) {
        jdbc.sql("insert into ledger_leaf (log_id, leaf_index, event_seq, leaf_hash) values (?, ?, ?, ?)")
                .params(tree, index, event, hash.bytes())
                .update();
    }

    /** Roots that a key has yet to sign, the oldest first. */
    LinkedHashMap<Long, Hash> unsigned(int tree, String key, int most) {
        var roots = new LinkedHashMap<Long, Hash>();
        jdbc.sql("select r.tree_size, r.root from ledger_root r join ledger_key k on k.log_id = r.log_id"
                        + " where r.log_id = :tree and k.key_id = :key and r.tree_size >= k.from_size"
                        + " and (k.until_size is null or r.tree_size <= k.until_size) and not exists (select 1 from"
                        + " ledger_checkpoint c where c.log_id = r.log_id and c.tree_size = r.tree_size"
                        + " and c.key_id = k.key_id) order by r.tree_size fetch first " + most + " rows only")
                .param("tree", tree)
                .param("key", key)
                .query(row -> {
                    roots.put(row.getLong(1), Hash.of(row.getBytes(2)));
                });
        return roots;
    }

    void addNote(int tree, long size, String key, String note) {
        jdbc.sql("insert into ledger_checkpoint (log_id, tree_size, key_id, note) values (?, ?, ?, ?)")
                .params(tree, size, key, note)
                .update();
    }

    private static byte[] bytes(List<Hash> hashes) {
        var bytes = ByteBuffer.allocate(hashes.size() * Hash.SIZE);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    private static List<Hash> hashes(byte[] bytes) {
        var hashes = new ArrayList<Hash>();
        for (var at = 0; at + Hash.SIZE <= bytes.length; at += Hash.SIZE) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.SIZE)));
        }
        return hashes;
    }
}
