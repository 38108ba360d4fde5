package org.rumbo.ledger;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerLog.Tree;
import org.rumbo.ledger.SealingProblem.Kind;
import org.rumbo.ledger.proof.NoteSigner;
import org.rumbo.ledger.proof.NoteVerifier;
import org.rumbo.shared.InstallationFact;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which keys sign the ledger: the public ones in the database, the private ones in a file. Each change of them is an event. */
@Service
public class SealingKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final LedgerLog log;
    private final KeyFile file;
    private final SealedTrees trees;
    private final ApplicationEventPublisher events;
    private final boolean makesFirst;
    private final TransactionTemplate transaction;

    SealingKeys(
            JdbcClient jdbc,
            LedgerLog log,
            KeyFile file,
            SealedTrees trees,
            ApplicationEventPublisher events,
            @Value("${rumbo.ledger.make-key}") boolean makesFirst,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.log = log;
        this.file = file;
        this.trees = trees;
        this.events = events;
        this.makesFirst = makesFirst;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A public key.
     *
     * @param from the first size of the tree that it signed
     * @param until the last; null while it signs
     */
    public record Known(
            String id, String vkey, long from, @Nullable Long until) {}

    /** What was asked for cannot be done, for a reason that is said. */
    public static final class KeyRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyRefused(String reason) {
            super(reason);
        }
    }

    /** All that ever signed the tree that grows, the oldest first. */
    public List<Known> known() {
        return log.stored().map(tree -> known(tree.id())).orElse(List.of());
    }

    List<Known> known(int tree) {
        return jdbc.sql("select key_id, vkey, from_size, until_size from ledger_key where log_id = ?"
                        + " order by from_size, key_id")
                .param(tree)
                .query((row, number) ->
                        new Known(row.getString(1), row.getString(2), row.getLong(3), row.getObject(4, Long.class)))
                .list();
    }

    List<NoteVerifier> verifiers(int tree) {
        return known(tree).stream().map(key -> NoteVerifier.parse(key.vkey())).toList();
    }

    /** Whether the first key is made by itself, or by whoever runs Rumbo. */
    boolean makesFirst() {
        return makesFirst;
    }

    /** Those who sign now: each of the database's with its private half, or nobody signs. */
    List<NoteSigner> signers(Tree tree) {
        var known = known(tree.id());
        if (known.isEmpty()) {
            if (!makesFirst) {
                throw new SealingStopped(Kind.KEY_MISSING, "none was made yet; see \"ledger keys create\"");
            }
            createUnlessMade();
            known = known(tree.id());
        }
        var here = file.named(tree.origin());
        var signers = new ArrayList<NoteSigner>();
        for (var key : known) {
            if (key.until() == null) {
                signers.add(here.stream()
                        .filter(signer -> signer.verifier().vkey().equals(key.vkey()))
                        .findFirst()
                        .orElseThrow(() -> new SealingStopped(
                                here.isEmpty() ? Kind.KEY_MISSING : Kind.KEY_WRONG, key.id() + " in " + file.path())));
            }
        }
        return signers;
    }

    private void createUnlessMade() {
        try {
            create();
        } catch (KeyRefused meanwhile) {
            // Another node was faster; whether its key is here is looked at next.
        }
    }

    /** Makes the first key of a ledger that has none. */
    public Known create() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var tree = log.current();
            log.lock(tree);
            if (!known(tree.id()).isEmpty()) {
                throw new KeyRefused("this ledger has its key; rotate it to have another");
            }
            return add(tree, keyInFile(tree.origin()), 0);
        }));
    }

    /** Adds a key; from now on the older ones and this one sign, until the older ones are retired. */
    public Known rotate() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var tree = log.current();
            log.lock(tree);
            var known = known(tree.id());
            if (known.isEmpty()) {
                throw new KeyRefused("this ledger has no key yet; create it");
            }
            signers(tree);
            var signer = NoteSigner.generate(tree.origin(), RANDOM);
            file.add(signer);
            return add(tree, signer, size(tree) + 1);
        }));
    }

    /** Ends a key. What it signed stays signed. */
    public Known retire(String id) {
        var retired = Objects.requireNonNull(transaction.execute(status -> {
            var tree = log.current();
            log.lock(tree);
            var active =
                    known(tree.id()).stream().filter(key -> key.until() == null).toList();
            if (active.stream().noneMatch(key -> key.id().equals(id))) {
                throw new KeyRefused("no key that signs has the number " + id);
            }
            if (active.size() == 1) {
                throw new KeyRefused("it is the only one that signs; rotate first");
            }
            if (!trees.unsigned(tree.id(), id, 1).isEmpty()) {
                throw new KeyRefused("checkpoints still wait for its signature; let the server sign them first");
            }
            var until = size(tree);
            jdbc.sql("update ledger_key set until_size = ? where log_id = ? and key_id = ?")
                    .params(until, tree.id(), id)
                    .update();
            events.publishEvent(new InstallationFact("log.key.retired", Map.of("key", id, "until", until)));
            return known(tree.id()).stream()
                    .filter(key -> key.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }));
        file.keepOnly(signer -> !signer.verifier().vkey().equals(retired.vkey()));
        return retired;
    }

    /** The key for a tree that begins in this transaction; its first event tells of it. */
    NoteVerifier keyOf(Tree begun) {
        var signer = keyInFile(begun.origin());
        insert(begun, signer.verifier(), 0);
        return signer.verifier();
    }

    /** Older trees are never signed again. */
    void forgetOthersThan(Tree tree) {
        file.keepOnly(signer -> signer.name().equals(tree.origin()));
    }

    private NoteSigner keyInFile(String origin) {
        var there = file.named(origin);
        if (!there.isEmpty()) {
            return there.get(0);
        }
        var made = NoteSigner.generate(origin, RANDOM);
        file.add(made);
        return made;
    }

    private Known add(Tree tree, NoteSigner signer, long from) {
        var verifier = signer.verifier();
        insert(tree, verifier, from);
        events.publishEvent(
                new InstallationFact("log.key.added", Map.of("key", verifier.idText(), "vkey", verifier.vkey())));
        return new Known(verifier.idText(), verifier.vkey(), from, null);
    }

    private void insert(Tree tree, NoteVerifier verifier, long from) {
        jdbc.sql("insert into ledger_key (log_id, key_id, vkey, from_size) values (?, ?, ?, ?)")
                .params(tree.id(), verifier.idText(), verifier.vkey(), from)
                .update();
    }

    private long size(Tree tree) {
        return trees.newest(tree.id()).map(SealedTrees.Root::size).orElse(0L);
    }
}
