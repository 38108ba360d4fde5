package org.rumbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.ledger.proof.BundleCheck;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.KnownKeys;
import org.rumbo.ledger.proof.NoteVerifier;
import org.rumbo.ledger.proof.SignedNote;
import org.rumbo.ledger.proof.Verified;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A text that two people erase is gone everywhere, and whatever was sealed goes on being proven. */
@RumboTest
class ErasureIT {
    private final String name = "Juana" + UUID.randomUUID();
    private final Api api;
    private final Journeys journeys;
    private final Sealing sealing;
    private final Doctor doctor;
    private final SealCheck seals;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Environment environment;

    ErasureIT(
            Api api,
            Journeys journeys,
            Sealing sealing,
            Doctor doctor,
            SealCheck seals,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.sealing = sealing;
        this.doctor = doctor;
        this.seals = seals;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.environment = environment;
    }

    @AfterEach
    void nothingContradicts() {
        assertThat(doctor.examine().findings()).isEmpty();
        sealing.seal();
        assertThat(seals.examine().findings()).isEmpty();
    }

    private String commented() {
        var code = journeys.in("EC", State.ADOPTED);
        comment(code, name + " is ill");
        return code;
    }

    private void comment(String code, String text) {
        require(
                200,
                api.as("coordinator.ec").post(action(code, "comment"), Map.of("text", text, "visibility", "NETWORK")));
    }

    private long event(String code, String action) {
        return jdbc.sql("select max(seq) from ledger_event where code = ? and action = ?")
                .params(code, action)
                .query(Long.class)
                .single();
    }

    private UUID waiting(String code) {
        return jdbc.sql("select r.id from ledger_erasure r join ledger_event e on e.event_id = r.event_id"
                        + " where e.code = ? and r.status = 'ASKED'")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private Visitor as(String login) {
        return Visitor.signedIn(environment, login);
    }

    private UUID ask(String code, String action, String field) {
        var page = as("admin")
                .post(
                        "/admin/audit/" + event(code, action) + "/erasure",
                        Map.of("field", field, "reason", "PERSON_ASKS"));
        assertThat(page.statusCode()).isEqualTo(200);
        return waiting(code);
    }

    private int decide(String login, UUID id, String what) {
        return as(login).post("/admin/erasures/" + id + "/" + what, Map.of()).statusCode();
    }

    private void erase(String code, String action, String field) {
        assertThat(decide("auditor", ask(code, action, field), "confirmation")).isEqualTo(200);
    }

    /** In any text of any table: the seals, the openings, what people see and what the search looks at. */
    private long standing(String text) {
        return List.of(
                        "select count(*) from ledger_opening where content like ?",
                        "select count(*) from item_comment where text like ?",
                        "select count(*) from progress_note where note like ?",
                        "select count(*) from claim where concat(statement, earlier_statement, decision_reason) like ?",
                        "select count(*) from evidence where concat(title, url) like ?",
                        "select count(*) from recommendation where level_reason like ?",
                        "select count(*) from search_entry where text like ?",
                        "select count(*) from recommendation_listing where concat(snapshot, title_es) like ?")
                .stream()
                .mapToLong(sql ->
                        jdbc.sql(sql).param("%" + text + "%").query(Long.class).single())
                .sum();
    }

    private KnownKeys keys() {
        return KnownKeys.parse(require(200, api.anonymous().get("/ledger/key")).text());
    }

    private Verified checked(String code) {
        return BundleCheck.check(api.as("auditor").bytes(at(code) + "/bundle.zip"), keys());
    }

    @Test
    void whatTwoPeopleEraseIsGoneAndEveryProofStaysValid() {
        var code = commented();
        sealing.seal();
        var note = require(200, api.anonymous().get("/ledger/checkpoint")).text();
        var before = checked(code);
        assertThat(before.count(Verified.Outcome.ERASED)).isZero();
        assertThat(standing(name)).isGreaterThan(2);

        erase(code, "comment.add", "comment");

        assertThat(standing(name)).isZero();
        sealing.seal();
        var after = checked(code);
        assertThat(after.count(Verified.Outcome.ERASED)).isEqualTo(1);
        assertThat(after.events()).hasSizeGreaterThan(before.events().size());
        // The tree that somebody kept before has the same root now.
        var kept = Checkpoint.parse(SignedNote.open(
                        note,
                        require(200, api.anonymous().get("/ledger/key"))
                                .text()
                                .lines()
                                .map(NoteVerifier::parse)
                                .toList())
                .text());
        var root = jdbc.sql(
                        "select root from ledger_root where tree_size = ? and log_id = (select max(id) from ledger_log)")
                .param(kept.size())
                .query(byte[].class)
                .single();
        assertThat(kept.root().bytes()).isEqualTo(root);
        var grown = require(200, api.as("auditor").get("/ledger/proof?from=" + kept.size()));
        assertThat(grown.json().path("consistency").path("consistency").isArray())
                .isTrue();
    }

    @Test
    void everyPageSaysThatItWasErased() {
        var code = commented();
        erase(code, "comment.add", "comment");
        var director = as("director.a");
        for (var page : List.of("/history", "/comments")) {
            var html = director.get("/recommendations/" + code + page).body();
            assertThat(html).contains("[borrado]").doesNotContain(name);
        }
        assertThat(director.get("/recommendations/" + code + "/history").body())
                .contains("confirmó que se borrara un texto de este historial");
        assertThat(director.get("/recommendations/" + code + "/comments?lang=en")
                        .body())
                .contains("[erased]");
        var list = as("auditor").get("/admin/erasures").body();
        assertThat(list).contains(code).contains("Borrado").doesNotContain(name);
        assertThat(as("admin").get("/admin/audit?code=" + code).body())
                .contains("Texto borrado")
                .doesNotContain(name);
        assertThat(director.get("/search?q=" + name).body()).doesNotContain(code);
    }

    @Test
    void nobodyErasesAlone() {
        var code = commented();
        var id = ask(code, "comment.add", "comment");
        assertThat(as("admin").get("/admin/erasures").body()).contains("lo confirma otra persona");
        assertThat(decide("admin", id, "confirmation")).isEqualTo(403);
        assertThat(decide("director.a", id, "confirmation")).isEqualTo(403);
        assertThat(decide("coordinator.ec", id, "confirmation")).isEqualTo(403);
        assertThat(standing(name)).isPositive();
        assertThatThrownBy(
                        () -> jdbc.sql("update ledger_erasure set status = 'DONE', decided_by = asked_by where id = ?")
                                .param(id)
                                .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(as("auditor")
                        .post(
                                "/admin/audit/" + event(code, "comment.add") + "/erasure",
                                Map.of("field", "comment", "reason", "LAW"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(decide("auditor", id, "refusal")).isEqualTo(200);
        assertThat(decide("auditor", id, "confirmation")).isEqualTo(409);
        assertThat(standing(name)).isPositive();
    }

    @Test
    void theSameWordsGoWhereverTheHistoryHasThem() {
        var code = journeys.in("EC", State.UNDER_REVIEW);
        var statement = name + " signed it";
        var body = new HashMap<>(journeys.claimBody(code, State.ADOPTED));
        body.put("statement", statement);
        require(200, api.as("coordinator.ec").post(action(code, "claim"), body));
        require(200, journeys.decide(code, "CONFIRMED"));
        assertThat(standing(name)).isGreaterThan(2);

        erase(code, "claim.make", "statement");

        assertThat(standing(name)).isZero();
        var events = jdbc.sql("select count(*) from ledger_event where code = ? and action = 'privacy.erased'")
                .param(code)
                .query(Long.class)
                .single();
        assertThat(events).isEqualTo(2);
    }

    @Test
    void aCommentThatWasWordedAnewIsErasedAsItStands() {
        var code = commented();
        jdbc.sql("update item_comment set text = ? where text like ?")
                .params(name + " is well", "%" + name + "%")
                .update();
        erase(code, "comment.add", "comment");
        assertThat(standing(name)).isZero();
    }

    @Test
    void whatTheRecommendationStillSaysIsChangedThereFirst() {
        var title = "A proposal by " + name;
        var code = journeys.proposed("EC", title);
        var page = as("admin")
                .post(
                        "/admin/audit/" + event(code, "item.create") + "/erasure",
                        Map.of("field", "titleEs", "reason", "MISTAKE"));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("que se cambie allí");
        require(200, journeys.edit(code, Map.of("title", "A proposal")));
        erase(code, "item.create", "titleEs");
        assertThat(standing(name)).isZero();
    }

    /** A comment may read like a code of the item; the item stays what it is. */
    @Test
    void codesAreNoWords() {
        var code = journeys.in("EC", State.ADOPTED);
        comment(code, "ADOPTED");
        erase(code, "comment.add", "comment");
        assertThat(require(200, api.as("funder").get(at(code)))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ADOPTED");
    }

    @Test
    void onlyATextOfTheEventCanBeChosen() {
        var code = commented();
        var path = "/admin/audit/" + event(code, "comment.add") + "/erasure";
        var admin = as("admin");
        assertThat(admin.post(path, Map.of("field", "titleEs", "reason", "LAW")).statusCode())
                .isEqualTo(422);
        assertThat(admin.post(path, Map.of("field", "comment")).statusCode()).isEqualTo(422);
        assertThat(admin.post(path, Map.of("field", "comment", "reason", "'--")).statusCode())
                .isEqualTo(400);
        assertThat(admin.get("/admin/audit/999999999/erasure").statusCode()).isEqualTo(404);
        ask(code, "comment.add", "comment");
        assertThat(admin.post(path, Map.of("field", "comment", "reason", "LAW")).body())
                .contains("Alguien ya pidió borrar este texto");
    }

    /** On PostgreSQL the database refuses it; wherever it does not, the doctor sees it. */
    @Test
    void aTextThatOnlyVanishedIsFound() {
        var code = commented();
        List<String> findings = transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                jdbc.sql("delete from ledger_opening where content like ?")
                        .param("%" + name + "%")
                        .update();
            } catch (DataAccessException refused) {
                return List.of("is gone, and no event says that it was erased");
            }
            return doctor.examine().findings();
        });
        assertThat(findings).anyMatch(found -> found.contains("is gone, and no event says that it was erased"));
        assertThat(code).isNotEmpty();
    }
}
