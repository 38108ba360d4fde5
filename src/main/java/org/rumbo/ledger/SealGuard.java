package org.rumbo.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerLog.Tree;
import org.rumbo.ledger.SealingProblem.Kind;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.NoteVerifier;
import org.rumbo.ledger.proof.Refused;
import org.rumbo.ledger.proof.SignedNote;
import org.springframework.stereotype.Component;

/**
 * Looks before each seal whether the ledger is still the one that was signed last. Two checkpoints of one name that do not fit
 * together would take the worth from all others, so in doubt nothing is sealed.
 */
@Component
class SealGuard {
    private final LedgerLog log;
    private final SealedTrees trees;
    private final SealingKeys keys;
    private final HeadFile head;

    SealGuard(LedgerLog log, SealedTrees trees, SealingKeys keys, HeadFile head) {
        this.log = log;
        this.trees = trees;
        this.keys = keys;
        this.head = head;
    }

    void check(Tree tree) {
        if (!log.mayBe(tree.origin())) {
            throw new SealingStopped(Kind.ORIGIN_OTHER, tree.origin());
        }
        var known = keys.verifiers(tree.id());
        var newest = trees.newest(tree.id()).orElse(null);
        checkTree(tree, newest, known);
        var kept = head.read();
        if (kept.isPresent()) {
            checkHead(tree, newest, kept.get(), known);
        }
    }

    private void checkTree(Tree tree, SealedTrees.@Nullable Root newest, List<NoteVerifier> known) {
        var size = newest == null ? 0 : newest.size();
        if (trees.leaves(tree.id()) != size) {
            throw new SealingStopped(Kind.BROKEN, "%d leaves, a root of %d".formatted(trees.leaves(tree.id()), size));
        }
        if (newest != null && !newest.edge().root().equals(newest.root())) {
            throw new SealingStopped(Kind.BROKEN, "the root of %d does not follow from its edge".formatted(size));
        }
        var note = trees.newestNote(tree.id());
        if (note.isPresent()) {
            var signed = opened(note.get().text(), known, Kind.BROKEN);
            if (!signed.origin().equals(tree.origin()) || !fits(tree, signed)) {
                throw new SealingStopped(
                        Kind.BROKEN, "the checkpoint of %d is of another tree".formatted(signed.size()));
            }
        }
    }

    private void checkHead(Tree tree, SealedTrees.@Nullable Root newest, String note, List<NoteVerifier> known) {
        var origin = Optional.of(note.indexOf('\n')).filter(end -> end > 0).map(end -> note.substring(0, end));
        if (origin.isPresent() && !origin.get().equals(tree.origin())) {
            if (log.named(origin.get()).isEmpty()) {
                throw new SealingStopped(Kind.HEAD_OTHER, "%s names %s".formatted(head.path(), origin.get()));
            }
            // It is the head of an older tree, which this one took over from.
            return;
        }
        var signed = opened(note, known, Kind.HEAD_OTHER);
        var size = newest == null ? 0 : newest.size();
        if (signed.size() > size) {
            throw new SealingStopped(Kind.HEAD_AHEAD, "%d events were sealed, %d are".formatted(signed.size(), size));
        }
        if (!fits(tree, signed)) {
            throw new SealingStopped(Kind.HEAD_OTHER, "it had another root at %d".formatted(signed.size()));
        }
    }

    private boolean fits(Tree tree, Checkpoint signed) {
        return trees.root(tree.id(), signed.size())
                .filter(signed.root()::equals)
                .isPresent();
    }

    private Checkpoint opened(String note, List<NoteVerifier> known, Kind otherwise) {
        try {
            return Checkpoint.parse(SignedNote.open(note, known).text());
        } catch (Refused refused) {
            throw new SealingStopped(otherwise, "a checkpoint is not believed, " + refused.fault());
        }
    }

    /** Remembers the newest checkpoint of all nodes, so that each of them would notice an older database. */
    void remember(Tree tree) {
        trees.newestNote(tree.id()).map(SealedTrees.Note::text).ifPresent(head::keep);
    }

    /** What was signed last, as far as somebody still knows: the head file's word, else the database's. */
    Optional<Checkpoint> lastKnown(Tree tree) {
        var stored = trees.newestNote(tree.id()).map(SealedTrees.Note::text);
        var kept = head.read().filter(note -> note.startsWith(tree.origin() + "\n"));
        return kept.or(() -> stored).map(note -> Checkpoint.parse(SignedNote.textOf(note)));
    }
}
