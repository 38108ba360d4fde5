package org.rumbo.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerLog.Tree;
import org.rumbo.ledger.proof.Bundle;
import org.rumbo.ledger.proof.Hash;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.ledger.proof.TlogProof;
import org.rumbo.ledger.proof.TreeInMemory;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What whoever wants to check the ledger asks for: checkpoints, keys, and the paths between leaves and roots. */
@Service
@Transactional(readOnly = true)
public class LedgerProofs {
    private final JdbcClient jdbc;
    private final LedgerLog log;
    private final SealedTrees trees;
    private final SealingKeys keys;
    private final RecommendationAccess access;
    private final AccessPolicy policy;
    private final LedgerReader reader;
    private final JsonMapper json;
    private @Nullable Cached cached;

    LedgerProofs(
            JdbcClient jdbc,
            LedgerLog log,
            SealedTrees trees,
            SealingKeys keys,
            RecommendationAccess access,
            AccessPolicy policy,
            LedgerReader reader,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.log = log;
        this.trees = trees;
        this.keys = keys;
        this.access = access;
        this.policy = policy;
        this.reader = reader;
        this.json = json;
    }

    /** The tree as far as it was asked for; it only grows. */
    private record Cached(int tree, TreeInMemory leaves) {}

    /** A signed checkpoint. */
    public record Sealed(String origin, long size, String root, String note) {}

    /** That a leaf is in the tree of the checkpoint. */
    public record Inclusion(long index, String leafHash, List<String> path, String checkpoint) {}

    /** That the tree of the checkpoint grew out of an earlier one. */
    public record Consistency(long from, long size, List<String> consistency, String checkpoint) {}

    /** The newest checkpoint; empty until the first. */
    public Optional<Sealed> newest() {
        return log.stored().flatMap(tree -> trees.newestNote(tree.id()).map(note -> sealed(tree, note)));
    }

    /** The public keys that sign now, as verifiers take them. */
    public List<String> keys() {
        return signing().stream().map(SealingKeys.Known::vkey).toList();
    }

    /** The same with their numbers. */
    public List<SealingKeys.Known> signing() {
        return keys.known().stream().filter(key -> key.until() == null).toList();
    }

    /** The path of a leaf, whatever it holds: hashes alone. */
    public Inclusion inclusion(long index, @Nullable Long size) {
        var tree = tree();
        return inclusion(tree, index, at(tree, size));
    }

    private Inclusion inclusion(Tree tree, long index, SealedTrees.Note at) {
        if (index < 0 || index >= at.size()) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        return ask(
                tree,
                at.size(),
                leaves -> new Inclusion(
                        index,
                        leaves.at(0, index).toString(),
                        texts(MerkleTree.inclusion(index, at.size(), leaves)),
                        at.text()));
    }

    /** How the tree of a checkpoint grew out of the one that somebody holds. */
    public Consistency consistency(long from, @Nullable Long size) {
        var tree = tree();
        var at = at(tree, size);
        if (from < 0 || from > at.size()) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        var proof = ask(tree, at.size(), leaves -> MerkleTree.consistency(from, at.size(), leaves));
        return new Consistency(from, at.size(), texts(proof), at.text());
    }

    /** The proof of one event of an item, with the event's own bytes. */
    public TlogProof of(RecommendationCode code, int revision, Actor actor) {
        var seen = access.see(code, actor);
        access.require(actor, Permission.LEDGER_BUNDLE, seen);
        var tree = tree();
        return proof(tree, event(tree, seen.id(), revision));
    }

    /** The proof that a published report was issued: the event itself, which has the hashes of its files. */
    public TlogProof ofReport(UUID report, Actor actor) {
        policy.requireSomewhere(actor, Permission.REPORT_PROOF);
        var tree = tree();
        return proof(tree, issue(report).flatMap(seq -> event(tree, seq)));
    }

    /** Whether somebody may take that proof with her, and there is one. */
    public boolean provesReport(UUID report, Actor actor) {
        return policy.permitsSomewhere(actor, Permission.REPORT_PROOF)
                && log.stored()
                        .flatMap(tree -> issue(report)
                                .flatMap(seq -> event(tree, seq))
                                .flatMap(event -> trees.newestNote(tree.id()).filter(at -> event.index() < at.size())))
                        .isPresent();
    }

    private Optional<Long> issue(UUID report) {
        return reader.ofInstallation(Set.of("report.issued")).stream()
                .filter(event -> event.detail().path("report").asString("").equals(report.toString()))
                .map(LedgerEvent::seq)
                .findFirst();
    }

    private TlogProof proof(Tree tree, Optional<Event> wanted) {
        var at = at(tree, null);
        return wanted.filter(event -> event.index() < at.size())
                .map(event -> new TlogProof(
                        event.payload(),
                        event.index(),
                        ask(tree, at.size(), leaves -> MerkleTree.inclusion(event.index(), at.size(), leaves)),
                        at.text()))
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /**
     * The whole chain of an item as far as it is sealed, to be checked elsewhere. What the reader may not read stands there as its
     * hash alone.
     *
     * @param since the size of the checkpoint that the receiver has; null where she has none
     */
    public Bundle bundle(RecommendationCode code, @Nullable Long since, Actor actor) {
        var seen = access.see(code, actor);
        access.require(actor, Permission.LEDGER_BUNDLE, seen);
        var everything = access.permits(actor, Permission.HISTORY_READ, seen);
        var tree = tree();
        var at = at(tree, null);
        var old = since == null ? null : at(tree, since);
        var openings = openings(seen.id());
        addErased(openings, seen.id(), tree, at.size());
        var entries = jdbc.sql("select l.leaf_index, e.event_id, e.item_id, e.item_rev, e.audience, e.payload"
                        + " from ledger_leaf l join ledger_event e on e.seq = l.event_seq where l.log_id = ?"
                        + " and l.leaf_index < ? and (e.item_id = ? or e.action = '" + NewOrigin.ACTION
                        + "') order by l.leaf_index")
                .params(tree.id(), at.size(), seen.id())
                .query((row, number) -> entry(row, everything, openings, tree, at.size()))
                .list();
        if (entries.isEmpty()) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        return new Bundle(
                at.text(),
                old == null ? null : old.text(),
                old == null
                        ? List.of()
                        : ask(tree, at.size(), leaves -> MerkleTree.consistency(old.size(), at.size(), leaves)),
                entries,
                List.of());
    }

    private Bundle.Entry entry(
            ResultSet row, boolean everything, Map<UUID, Map<String, Bundle.Opening>> openings, Tree tree, long size)
            throws SQLException {
        var index = row.getLong(1);
        var path = ask(tree, size, leaves -> MerkleTree.inclusion(index, size, leaves));
        var item = row.getObject(3, UUID.class);
        // How one tree took over from another is nobody's secret.
        if (everything || item == null || row.getString(5).equals("RELEASED")) {
            var open = everything
                    ? openings.getOrDefault(row.getObject(2, UUID.class), Map.of())
                    : Map.<String, Bundle.Opening>of();
            return new Bundle.Opened(index, path, row.getBytes(6), open);
        }
        return new Bundle.Withheld(
                index, path, MerkleTree.leaf(row.getBytes(6)), item, row.getObject(4, Integer.class));
    }

    private Map<UUID, Map<String, Bundle.Opening>> openings(UUID item) {
        var openings = new HashMap<UUID, Map<String, Bundle.Opening>>();
        jdbc.sql("select event_id, field, salt, content from ledger_opening where item_id = ?")
                .param(item)
                .query(row -> {
                    openings.computeIfAbsent(row.getObject(1, UUID.class), event -> new TreeMap<>())
                            .put(row.getString(2), new Bundle.Text(row.getBytes(3), row.getString(4)));
                });
        return openings;
    }

    /** Only what a sealed event calls erased: whoever checks the bundle believes nothing else. */
    private void addErased(Map<UUID, Map<String, Bundle.Opening>> openings, UUID item, Tree tree, long size) {
        jdbc.sql("select e.event_id, e.payload from ledger_event e join ledger_leaf l on l.event_seq = e.seq"
                        + " where l.log_id = ? and l.leaf_index < ? and e.item_id = ? and e.action = '"
                        + TextErased.ACTION + "'")
                .params(tree.id(), size, item)
                .query(row -> {
                    var erased = TextErased.named(json.readTree(row.getBytes(2)));
                    openings.computeIfAbsent(erased.event(), event -> new TreeMap<>())
                            .putIfAbsent(erased.field(), new Bundle.Erased(row.getObject(1, UUID.class)));
                });
    }

    private record Event(long index, byte[] payload) {}

    private Optional<Event> event(Tree tree, UUID item, int revision) {
        return event(tree, "e.item_id = ? and e.item_rev = ?", item, revision);
    }

    private Optional<Event> event(Tree tree, long seq) {
        return event(tree, "e.seq = ?", seq);
    }

    private Optional<Event> event(Tree tree, String which, Object... values) {
        return jdbc.sql("select l.leaf_index, e.payload from ledger_event e join ledger_leaf l on l.event_seq = e.seq"
                        + " where l.log_id = ? and " + which)
                .param(tree.id())
                .params(values)
                .query((row, number) -> new Event(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    private Tree tree() {
        return log.stored().orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private SealedTrees.Note at(Tree tree, @Nullable Long size) {
        return (size == null ? trees.newestNote(tree.id()) : trees.note(tree.id(), size))
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** One at a time: the tree may grow for whoever comes next. */
    private synchronized <T> T ask(Tree tree, long size, Function<TreeInMemory, T> question) {
        return question.apply(leaves(tree, size));
    }

    /** All leaves of a tree of that size, and perhaps more. What was read once is not read again. */
    private TreeInMemory leaves(Tree tree, long size) {
        var known = cached;
        if (known == null || known.tree() != tree.id() || !isStillTheSame(tree, known.leaves())) {
            known = new Cached(tree.id(), new TreeInMemory());
            cached = known;
        }
        var leaves = known.leaves();
        if (leaves.size() < size) {
            jdbc.sql("select leaf_hash from ledger_leaf where log_id = ? and leaf_index >= ? and leaf_index < ?"
                            + " order by leaf_index")
                    .params(tree.id(), leaves.size(), size)
                    .query(row -> {
                        leaves.append(Hash.of(row.getBytes(1)));
                    });
        }
        if (leaves.size() < size) {
            cached = null;
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        return leaves;
    }

    /** A database that was restored, or changed, is another one under the same name. */
    private boolean isStillTheSame(Tree tree, TreeInMemory leaves) {
        var newest = trees.newest(tree.id()).orElse(null);
        return newest != null
                && (newest.size() > leaves.size()
                        || MerkleTree.root(newest.size(), leaves).equals(newest.root()));
    }

    private Sealed sealed(Tree tree, SealedTrees.Note note) {
        return new Sealed(tree.origin(), note.size(), note.checkpoint().root().toString(), note.text());
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }
}
