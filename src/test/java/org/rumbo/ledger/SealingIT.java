package org.rumbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.Hash;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.ledger.proof.NoteSigner;
import org.rumbo.ledger.proof.NoteVerifier;
import org.rumbo.ledger.proof.OwnFile;
import org.rumbo.ledger.proof.RightEdge;
import org.rumbo.ledger.proof.SignedNote;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events get their places, roots their signatures; and where that must not be, nothing is sealed and everything else works. */
@RumboTest
class SealingIT {
    private final Sealing sealing;
    private final SealingHealth health;
    private final Sealer sealer;
    private final SealingKeys keys;
    private final SealCheck check;
    private final SealedTrees trees;
    private final LedgerLog log;
    private final Ledger ledger;
    private final KeyFile keyFile;
    private final HeadFile headFile;
    private final Heartbeat heartbeat;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final TimeMachine clock;
    private final ApplicationEventPublisher events;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;

    SealingIT(
            Sealing sealing,
            SealingHealth health,
            Sealer sealer,
            SealingKeys keys,
            SealCheck check,
            SealedTrees trees,
            LedgerLog log,
            Ledger ledger,
            KeyFile keyFile,
            HeadFile headFile,
            Heartbeat heartbeat,
            Journeys journeys,
            JdbcClient jdbc,
            TimeMachine clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.sealing = sealing;
        this.health = health;
        this.sealer = sealer;
        this.keys = keys;
        this.check = check;
        this.trees = trees;
        this.log = log;
        this.ledger = ledger;
        this.keyFile = keyFile;
        this.headFile = headFile;
        this.heartbeat = heartbeat;
        this.journeys = journeys;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void sealed() {
        sealing.seal();
    }

    private int tree() {
        return log.current().id();
    }

    private long size() {
        return trees.newest(tree()).orElseThrow().size();
    }

    private long waiting() {
        return check.examine().waiting();
    }

    private Checkpoint opened() {
        var note = trees.newestNote(tree()).orElseThrow().text();
        return Checkpoint.parse(SignedNote.open(note, keys.verifiers(tree())).text());
    }

    @Test
    void everyEventGetsOnePlaceUnderASignedRoot() throws IOException {
        var before = size();
        journeys.proposed("EC");
        assertThat(waiting()).isPositive();
        sealing.seal();

        assertThat(waiting()).isZero();
        assertThat(size()).isGreaterThan(before);
        var edge = new RightEdge();
        jdbc.sql("select e.payload from ledger_event e join ledger_leaf l on l.event_seq = e.seq where l.log_id = ?"
                        + " order by l.leaf_index")
                .param(tree())
                .query(row -> {
                    edge.append(MerkleTree.leaf(row.getBytes(1)));
                });
        assertThat(opened()).isEqualTo(new Checkpoint(log.origin(), edge.size(), edge.root()));
        assertThat(check.examine().findings()).isEmpty();
        assertThat(Files.readString(headFile.path()))
                .isEqualTo(trees.newestNote(tree()).orElseThrow().text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutNewEventsThereIsNoNewRoot() {
        var before = size();
        sealing.seal();
        assertThat(size()).isEqualTo(before);
    }

    /** Its number is lower than one that is sealed already. */
    @Test
    void whatIsCommittedLateIsSealedLate() throws Exception {
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        try {
            var late = thread.submit(() -> transaction.executeWithoutResult(status -> {
                ledger.record("log.heartbeat", null, Map.of("size", 1));
                written.countDown();
                await(goOn);
            }));
            await(written);
            var early = transaction.execute(status -> {
                ledger.record("log.heartbeat", null, Map.of("size", 2));
                return jdbc.sql("select max(seq) from ledger_event")
                        .query(Long.class)
                        .single();
            });
            sealing.seal();
            assertThat(highestSealed()).isEqualTo(early);
            goOn.countDown();
            late.get(10, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThat(waiting()).isEqualTo(1);
        sealing.seal();
        assertThat(waiting()).isZero();
        assertThat(check.examine().findings()).isEmpty();
    }

    private long highestSealed() {
        return jdbc.sql("select max(event_seq) from ledger_leaf")
                .query(Long.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void rivalsGiveEachEventOnePlace() throws Exception {
        var rivals = Executors.newFixedThreadPool(3);
        try {
            for (var round = 0; round < 15; round++) {
                transaction.executeWithoutResult(status -> ledger.record("log.heartbeat", null, Map.of("size", 3)));
                var all = new ArrayList<Future<?>>();
                for (var rival = 0; rival < 3; rival++) {
                    all.add(rivals.submit(() -> {
                        sealer.seal(log.current());
                        sealer.sign(log.current(), keys.signers(log.current()));
                    }));
                }
                for (var one : all) {
                    one.get(20, TimeUnit.SECONDS);
                }
            }
        } finally {
            rivals.shutdownNow();
        }
        sealing.seal();
        assertThat(waiting()).isZero();
        assertThat(check.examine().findings()).isEmpty();
        assertThat(opened().size()).isEqualTo(size());
    }

    @Test
    void withoutItsKeyNothingIsSealedAndEverythingElseWorks() throws IOException {
        var away = keyFile.path().resolveSibling("away");
        Files.move(keyFile.path(), away);
        try {
            stopsWith(SealingProblem.Kind.KEY_MISSING);
        } finally {
            Files.move(away, keyFile.path());
        }
        goesOn();
    }

    @Test
    void anotherKeySignsNothing() throws IOException {
        var right = Files.readString(keyFile.path());
        try {
            var other = NoteSigner.generate(log.origin(), new SecureRandom());
            put(keyFile.path(), other.secretText() + "\n");
            stopsWith(SealingProblem.Kind.KEY_WRONG);
        } finally {
            put(keyFile.path(), right);
        }
        goesOn();
    }

    @Test
    void aKeyThatOthersCanReadSignsNothing() throws IOException {
        Files.setPosixFilePermissions(keyFile.path(), PosixFilePermissions.fromString("rw-r-----"));
        try {
            stopsWith(SealingProblem.Kind.KEY_UNSAFE);
        } finally {
            Files.setPosixFilePermissions(keyFile.path(), PosixFilePermissions.fromString("rw-------"));
        }
        goesOn();
    }

    @Test
    void aKeyFileThatIsNoneSignsNothing() throws IOException {
        var right = Files.readString(keyFile.path());
        try {
            put(keyFile.path(), "PRIVATE+KEY+x\n");
            stopsWith(SealingProblem.Kind.KEY_UNREADABLE);
        } finally {
            put(keyFile.path(), right);
        }
        goesOn();
    }

    @Test
    void aLargerHeadMeansThatTheDatabaseIsOlder() throws IOException {
        head(new Checkpoint(log.origin(), size() + 1, MerkleTree.leaf(new byte[] {1})), signer());
        try {
            stopsWith(SealingProblem.Kind.HEAD_AHEAD);
        } finally {
            Files.delete(headFile.path());
        }
        goesOn();
    }

    @Test
    void anotherRootOfTheSameSizeMeansThatTheLedgerIsAnother() throws IOException {
        head(new Checkpoint(log.origin(), size(), MerkleTree.leaf(new byte[] {1})), signer());
        try {
            stopsWith(SealingProblem.Kind.HEAD_OTHER);
        } finally {
            Files.delete(headFile.path());
        }
        goesOn();
    }

    @Test
    void aHeadThatNobodyKnownSignedIsNotPassedOver() throws IOException {
        var stranger = NoteSigner.generate(log.origin(), new SecureRandom());
        head(opened(), stranger);
        try {
            stopsWith(SealingProblem.Kind.HEAD_OTHER);
            head(new Checkpoint("elsewhere.example/1", 1, MerkleTree.leaf(new byte[] {1})), stranger);
            stopsWith(SealingProblem.Kind.HEAD_OTHER);
        } finally {
            Files.delete(headFile.path());
        }
        goesOn();
    }

    private NoteSigner signer() {
        return keys.signers(log.current()).get(0);
    }

    private void head(Checkpoint checkpoint, NoteSigner signer) throws IOException {
        put(headFile.path(), SignedNote.sign(checkpoint.text(), signer));
    }

    private void stopsWith(SealingProblem.Kind kind) {
        var before = size();
        var notes = notes();
        var code = journeys.proposed("EC");
        assertThat(code).as("work goes on").isNotBlank();
        sealing.turn();

        assertThat(sealing.problem()).map(SealingProblem::kind).contains(kind);
        assertThat(sealing.examine()).map(SealingProblem::kind).contains(kind);
        assertThat(health.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
        assertThat(size()).isEqualTo(before);
        assertThat(notes()).isEqualTo(notes);
    }

    private long notes() {
        return jdbc.sql("select count(*) from ledger_checkpoint")
                .query(Long.class)
                .single();
    }

    private void goesOn() {
        sealing.turn();
        assertThat(sealing.problem()).isEmpty();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(waiting()).isZero();
        assertThat(opened().size()).isEqualTo(size());
        assertThat(check.examine().findings()).isEmpty();
    }

    @Test
    void keysOverlapBeforeTheOlderOneIsRetired() {
        var old = signer().verifier();
        var added = keys.rotate();
        sealing.seal();

        var both = SignedNote.open(trees.newestNote(tree()).orElseThrow().text(), keys.verifiers(tree()));
        assertThat(both.signers()).extracting(NoteVerifier::idText).contains(old.idText(), added.id());
        assertThat(SignedNote.open(trees.newestNote(tree()).orElseThrow().text(), List.of(old))
                        .signers())
                .containsExactly(old);

        keys.retire(old.idText());
        assertThatThrownBy(() -> keys.retire(old.idText())).isInstanceOf(SealingKeys.KeyRefused.class);
        assertThatThrownBy(() -> keys.retire(added.id())).isInstanceOf(SealingKeys.KeyRefused.class);
        assertThatThrownBy(keys::create).isInstanceOf(SealingKeys.KeyRefused.class);
        sealing.seal();
        assertThat(SignedNote.open(trees.newestNote(tree()).orElseThrow().text(), keys.verifiers(tree()))
                        .signers())
                .extracting(NoteVerifier::idText)
                .containsExactly(added.id());
        assertThat(keyFile.named(log.origin())).hasSize(1);
        assertThat(jdbc.sql("select action from ledger_event where action like 'log.key.%' order by seq desc"
                                + " fetch first 2 rows only")
                        .query(String.class)
                        .list())
                .containsExactly("log.key.retired", "log.key.added");
        assertThat(check.examine().findings()).isEmpty();
    }

    @Test
    void theLedgerTellsOnceADayThatItLives() {
        heartbeat.beat();
        heartbeat.beat();
        assertThat(jdbc.sql("select count(*) from ledger_event where action = 'log.heartbeat' and payload is not null"
                                + " and recorded_at >= ?")
                        .param(Timestamp.valueOf(LocalDate.now(ZoneOffset.UTC).atStartOfDay()))
                        .query(Long.class)
                        .single())
                .isPositive();
        var after = beats();
        heartbeat.beat();
        assertThat(beats()).isEqualTo(after);
    }

    private long beats() {
        return jdbc.sql("select count(*) from ledger_event where action = 'log.heartbeat'")
                .query(Long.class)
                .single();
    }

    @Test
    void clocksThatDisagreeAreAnEventAndNeverARefusal() {
        clock.advance(Duration.ofMinutes(3));
        transaction.executeWithoutResult(status -> ledger.record("log.heartbeat", null, Map.of("size", 4)));
        clock.comeBack();
        assertThat(sealer.seal(log.current()).apart()).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(200));

        var watching = new Heartbeat(jdbc, log, trees, events, clock, true, transactions);
        watching.clocksDiffer(Heartbeat.TOO_FAR);
        assertThat(alarms()).isZero();
        watching.clocksDiffer(Heartbeat.TOO_FAR.plusSeconds(1));
        watching.clocksDiffer(Heartbeat.TOO_FAR.plusSeconds(1));
        assertThat(alarms()).as("once an hour").isEqualTo(1);
    }

    private long alarms() {
        return jdbc.sql("select count(*) from ledger_event where action = 'log.clock'")
                .query(Long.class)
                .single();
    }

    @Test
    void aRootThatSomebodyExchangedIsNeverSignedOver() {
        var newest = trees.newest(tree()).orElseThrow();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("update ledger_root set root = ? where log_id = ? and tree_size = ?")
                    .params(Hash.of(new byte[32]).bytes(), tree(), newest.size())
                    .update();
            assertThat(sealing.examine()).map(SealingProblem::kind).contains(SealingProblem.Kind.BROKEN);
        });
        assertThat(Objects.requireNonNull(sealing.examine())).isEmpty();
    }

    private static void put(Path file, String text) throws IOException {
        OwnFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
