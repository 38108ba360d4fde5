package org.rumbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.Hash;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.ledger.proof.RightEdge;
import org.rumbo.ledger.proof.SignedNote;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A superuser may do anything to the tables; what was sealed still tells. PostgreSQL alone knows such people. */
@RumboTest
@EnabledIfSystemProperty(named = "rumbo.test.database", matches = "postgres")
class TamperedLedgerIT {
    private final Sealing sealing;
    private final SealCheck check;
    private final SealedTrees trees;
    private final SealingKeys keys;
    private final LedgerLog log;
    private final LedgerProofs proofs;
    private final Journeys journeys;
    private final Api api;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TamperedLedgerIT(
            Sealing sealing,
            SealCheck check,
            SealedTrees trees,
            SealingKeys keys,
            LedgerLog log,
            LedgerProofs proofs,
            Journeys journeys,
            Api api,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.sealing = sealing;
        this.check = check;
        this.trees = trees;
        this.keys = keys;
        this.log = log;
        this.proofs = proofs;
        this.journeys = journeys;
        this.api = api;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The event in question has the place :at, and its neighbour the next one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            altered            § update ledger_event set payload = convert_to(replace(convert_from(payload, 'UTF8'), 'item.create', 'item.edited'), 'UTF8') where seq = :event § leaf :at: event :event is not what was sealed
            altered with leaf  § with a as (update ledger_event set payload = payload || '\\x20' where seq = :event returning payload) update ledger_leaf set leaf_hash = sha256('\\x00' || a.payload) from a where leaf_index = :at § the first leaf that is not what was sealed is one of
            deleted            § delete from ledger_event where seq = :event § leaf :at: its event :event is gone
            deleted with leaf  § with a as (delete from ledger_leaf where leaf_index = :at) delete from ledger_event where seq = :event § leaf :at is missing
            swapped            § with a as (select seq, payload from ledger_event where seq in (:event, :next)) update ledger_event e set payload = a.payload from a where e.seq in (:event, :next) and a.seq <> e.seq § leaf :at: event :event is not what was sealed
            swapped leaves     § create temp table swapped on commit drop as select * from ledger_leaf where leaf_index in (:at, :at + 1); delete from ledger_leaf where leaf_index in (:at, :at + 1); insert into ledger_leaf select log_id, 2 * :at + 1 - leaf_index, event_seq, leaf_hash from swapped § the first leaf that is not what was sealed is one of
            slipped in         § update ledger_leaf set leaf_index = leaf_index + 1000000 where leaf_index >= :at; insert into ledger_event (event_id, payload, recorded_at, action, audience) select gen_random_uuid(), payload, recorded_at, action, audience from ledger_event where seq = (select min(seq) from ledger_event); insert into ledger_leaf select 1, :at, seq, sha256('\\x00' || payload) from ledger_event where seq = (select max(seq) from ledger_event); update ledger_leaf set leaf_index = leaf_index - 999999 where leaf_index >= 1000000 § the first leaf that is not what was sealed is one of
            unsealed           § delete from ledger_leaf where leaf_index >= :at § events were sealed, :at leaves are there
            forged root        § update ledger_root set root = sha256('x') where tree_size = (select max(tree_size) from ledger_root) § the first leaf that is not what was sealed is one of
            forged note        § update ledger_checkpoint set note = replace(note, E'\\n\\n', E'x\\n\\n') where tree_size = (select max(tree_size) from ledger_root) § the checkpoint of
            """)
    void isNamed(String what, String tampering, String finding) {
        journeys.proposed("EC");
        journeys.proposed("EC");
        sealing.seal();
        var event = jdbc.sql("select max(seq) from ledger_event where action = 'item.create'")
                .query(Long.class)
                .single();
        var at = jdbc.sql("select leaf_index from ledger_leaf where event_seq = ?")
                        .param(event)
                        .query(Long.class)
                        .single()
                - 1;
        var before = jdbc.sql("select event_seq from ledger_leaf where leaf_index = ?")
                .param(at)
                .query(Long.class)
                .single();
        assertThat(check.examine().findings()).isEmpty();

        var findings = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            asSuperuser();
            for (var statement : filled(tampering, at, before, event).split(";")) {
                jdbc.sql(statement).update();
            }
            return check.examine().findings();
        }));

        assertThat(findings).as(what).isNotEmpty();
        assertThat(findings.get(0)).as(what).contains(filled(finding, at, before, event));
        assertThat(check.examine().findings()).isEmpty();
    }

    private static String filled(String text, long at, long event, long next) {
        return text.replace(":at", String.valueOf(at))
                .replace(":event", String.valueOf(event))
                .replace(":next", String.valueOf(next));
    }

    private void asSuperuser() {
        jdbc.sql("set local session_replication_role = replica").update();
    }

    /** With the key and the database one can make another history that is whole by itself, but not for whoever kept a checkpoint. */
    @Test
    void theHolderOfAnOlderCheckpointSeesTheFork() {
        journeys.proposed("EC");
        sealing.seal();
        var held =
                Checkpoint.parse(SignedNote.textOf(proofs.newest().orElseThrow().note()));
        journeys.proposed("EC");
        sealing.seal();
        assertThat(grewOutOf(held)).isTrue();

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            asSuperuser();
            forge();
            assertThat(check.examine().findings()).as("whole by itself").isEmpty();
            assertThat(grewOutOf(held)).isFalse();
        });
        assertThat(grewOutOf(held)).isTrue();
    }

    /** As any client asks and checks. */
    private boolean grewOutOf(Checkpoint held) {
        var proof = proofs.consistency(held.size(), null);
        var now = Checkpoint.parse(
                SignedNote.open(proof.checkpoint(), keys.verifiers(log.current().id()))
                        .text());
        return MerkleTree.grewOutOf(
                held.size(),
                held.root(),
                now.size(),
                now.root(),
                proof.consistency().stream().map(Hash::parse).toList());
    }

    /** Alters the first event and seals and signs all of it again. */
    private void forge() {
        jdbc.sql("update ledger_event set payload = payload || '\\x20' where seq ="
                        + " (select event_seq from ledger_leaf where leaf_index = 0)")
                .update();
        jdbc.sql("update ledger_leaf l set leaf_hash = sha256('\\x00' || e.payload) from ledger_event e"
                        + " where e.seq = l.event_seq")
                .update();
        jdbc.sql("delete from ledger_checkpoint").update();
        jdbc.sql("delete from ledger_root").update();
        var edge = new RightEdge();
        jdbc.sql("select leaf_hash from ledger_leaf order by leaf_index").query(row -> {
            edge.append(Hash.of(row.getBytes(1)));
        });
        trees.add(log.current().id(), edge, Timestamp.from(Instant.EPOCH));
        var signer = keys.signers(log.current()).get(0);
        trees.addNote(
                log.current().id(),
                edge.size(),
                signer.verifier().idText(),
                SignedNote.sign(new Checkpoint(log.origin(), edge.size(), edge.root()).text(), signer));
    }
}
