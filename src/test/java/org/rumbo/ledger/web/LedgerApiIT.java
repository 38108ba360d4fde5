package org.rumbo.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.ledger.Sealing;
import org.rumbo.ledger.proof.BundleCheck;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.Hash;
import org.rumbo.ledger.proof.KnownKeys;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.ledger.proof.NoteVerifier;
import org.rumbo.ledger.proof.Refused;
import org.rumbo.ledger.proof.SignedNote;
import org.rumbo.ledger.proof.TlogProof;
import org.rumbo.ledger.proof.Verified;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Sha256;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is fetched is enough to check the ledger, with nothing but what the published formats say. */
@RumboTest
class LedgerApiIT {
    private final Api api;
    private final Journeys journeys;
    private final Sealing sealing;
    private final Environment environment;
    private String code = "";

    LedgerApiIT(Api api, Journeys journeys, Sealing sealing, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.sealing = sealing;
        this.environment = environment;
    }

    @BeforeEach
    void sealed() {
        code = journeys.proposed("EC");
        sealing.seal();
    }

    private List<NoteVerifier> keys() {
        var answer = require(200, api.anonymous().get("/ledger/key"));
        return answer.text().lines().map(NoteVerifier::parse).toList();
    }

    private Checkpoint opened(String note) {
        return Checkpoint.parse(SignedNote.open(note, keys()).text());
    }

    private Checkpoint newest() {
        var answer = require(200, api.anonymous().get("/ledger/checkpoint"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return opened(answer.text());
    }

    private static List<Hash> hashes(JsonNode array) {
        var hashes = new ArrayList<Hash>();
        array.forEach(hash -> hashes.add(Hash.parse(hash.asString())));
        return hashes;
    }

    @Test
    void anybodyChecksThatALeafIsInTheTree() {
        var size = newest().size();
        for (var index : List.of(0L, 1L, size / 2, size - 1)) {
            var proof = require(200, api.anonymous().get("/ledger/proof?index=" + index))
                    .json()
                    .path("inclusion");
            var at = opened(proof.path("checkpoint").asString());
            assertThat(MerkleTree.includes(
                            Hash.parse(proof.path("leafHash").asString()),
                            index,
                            hashes(proof.path("path")),
                            at.size(),
                            at.root()))
                    .as("leaf " + index)
                    .isTrue();
        }
    }

    @Test
    void whoeverKeptACheckpointSeesThatTheTreeGrewOutOfIt() {
        var kept = newest();
        journeys.proposed("EC");
        sealing.seal();
        var proof = require(200, api.anonymous().get("/ledger/proof?from=" + kept.size()))
                .json()
                .path("consistency");
        var now = opened(proof.path("checkpoint").asString());
        assertThat(now.size()).isGreaterThan(kept.size());
        var path = hashes(proof.path("consistency"));
        assertThat(MerkleTree.grewOutOf(kept.size(), kept.root(), now.size(), now.root(), path))
                .isTrue();
        assertThat(MerkleTree.grewOutOf(kept.size(), MerkleTree.EMPTY, now.size(), now.root(), path))
                .isFalse();
        var older = require(200, api.anonymous().get("/ledger/proof?index=0&size=" + kept.size()))
                .json()
                .path("inclusion")
                .path("checkpoint");
        assertThat(opened(older.asString())).isEqualTo(kept);
    }

    @Test
    void aCoordinatorTakesTheProofOfAnEventWithHer() {
        var coordinator = api.as("coordinator.ec");
        var file = require(200, coordinator.get(at(code) + "/history/1.tlog-proof"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + code + "-1.tlog-proof\"");
        var proof = TlogProof.parse(file.text());
        var event = Objects.requireNonNull(proof.extra());
        assertThat(new String(event, StandardCharsets.UTF_8))
                .contains("\"action\":\"item.create\"", "\"code\":\"" + code + "\"", "\"rev\":1");
        var at = opened(proof.checkpoint());
        assertThat(MerkleTree.includes(MerkleTree.leaf(event), proof.index(), proof.path(), at.size(), at.root()))
                .isTrue();

        var json = require(200, coordinator.get(at(code) + "/history/1/proof")).json();
        assertThat(Base64.getDecoder().decode(json.path("leaf").asString())).isEqualTo(event);
        assertThat(json.path("index").asLong()).isEqualTo(proof.index());
        assertThat(hashes(json.path("path"))).isEqualTo(proof.path());
    }

    @Test
    void aBundleIsCheckedByWhoeverHasTheKey() {
        var kept = newest();
        code = journeys.in("EC", State.ADOPTED);
        sealing.seal();
        var known =
                KnownKeys.parse(require(200, api.anonymous().get("/ledger/key")).text());
        var coordinator = api.as("coordinator.ec");

        var whole = BundleCheck.check(coordinator.bytes(at(code) + "/bundle.zip"), known);
        var rows = require(200, coordinator.get(at(code) + "/history")).json().path("items");
        assertThat(whole.events()).hasSize(rows.size()).allMatch(event -> event.outcome() == Verified.Outcome.VALID);
        assertThat(whole.events()).extracting(Verified.Event::rev).startsWith(1L, 2L, 3L);

        var zip = coordinator.bytes(at(code) + "/bundle.zip?since=" + kept.size());
        assertThat(BundleCheck.check(zip, known).events()).hasSameSizeAs(whole.events());
        zip[zip.length / 2] ^= 1;
        assertThatThrownBy(() -> BundleCheck.check(zip, known)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator.ec, 200",
        "auditor, 200",
        "director.a, 200",
        "coordinator.pe, 403",
        "member.ec, 403",
        "evaluator.a, 403",
        "funder, 404",
        "admin, 404"
    })
    void anEventsOwnBytesAreForThoseWhoReadAllOfIt(String login, int status) {
        assertThat(api.as(login).get(at(code) + "/history/1.tlog-proof").status())
                .isEqualTo(status);
        assertThat(api.as(login).get(at(code) + "/history/1/proof").status()).isEqualTo(status);
        assertThat(api.as(login).get(at(code) + "/bundle.zip").status()).isEqualTo(status);
    }

    private String report() {
        return require(201, api.as("director.a").post("/reports", Map.of()))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void aFunderChecksThatAReportIsTheOneThatWasIssued() {
        var id = report();
        var funder = api.as("funder");
        assertThat(funder.get("/reports/" + id + ".tlog-proof").status()).isEqualTo(404);
        assertThat(Visitor.signedIn(environment, "funder").get("/reports/" + id).body())
                .doesNotContain(".tlog-proof");
        report();
        sealing.seal();
        var file = require(200, funder.get("/reports/" + id + ".tlog-proof"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"rumbo-report-" + id + ".tlog-proof\"");
        var proof = TlogProof.parse(file.text());
        var at = opened(proof.checkpoint());
        assertThat(MerkleTree.includes(
                        MerkleTree.leaf(proof.extra()), proof.index(), proof.path(), at.size(), at.root()))
                .isTrue();
        var event = JsonMapper.shared().readTree(proof.extra());
        assertThat(event.path("action").asString()).isEqualTo("report.issued");
        assertThat(event.at("/detail/report").asString()).isEqualTo(id);
        assertThat(event.at("/detail/files/json").asString())
                .isEqualTo(Sha256.hex(funder.bytes("/reports/" + id + ".json")));
        var json = require(200, funder.get("/reports/" + id + "/proof")).json();
        assertThat(Base64.getDecoder().decode(json.path("leaf").asString())).isEqualTo(proof.extra());
        assertThat(Visitor.signedIn(environment, "funder").get("/reports/" + id).body())
                .contains("/reports/" + id + ".tlog-proof");
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator.ec, 200",
        "auditor, 200",
        "director.a, 200",
        "funder, 200",
        "member.ec, 403",
        "evaluator.a, 403",
        "admin, 403"
    })
    void aReportsProofIsForThoseWhoAnswerForItOrPayForIt(String login, int status) {
        var id = report();
        sealing.seal();
        assertThat(api.as(login).get("/reports/" + id + ".tlog-proof").status()).isEqualTo(status);
        assertThat(api.as(login).get("/reports/" + id + "/proof").status()).isEqualTo(status);
        assertThat(api.as(login).get("/reports/" + UUID.randomUUID() + "/proof").status())
                .isEqualTo(status == 200 ? 404 : status);
        var page = Visitor.signedIn(environment, login).get("/reports/" + id);
        assertThat(page.body().contains(".tlog-proof")).isEqualTo(status == 200);
    }

    @Test
    void whatIsNotSealedHasNoProofYet() {
        var fresh = journeys.proposed("EC");
        assertThat(api.as("coordinator.ec").get(at(fresh) + "/history/1/proof").status())
                .isEqualTo(404);
        assertThat(api.as("coordinator.ec").get(at(code) + "/history/99/proof").status())
                .isEqualTo(404);
        assertThat(api.anonymous().get(at(code) + "/history/1/proof").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "?index=0&from=1, 400",
        "?index=x, 400",
        "?index=-1, 404",
        "?index=9223372036854775807, 404",
        "?from=9223372036854775807, 404",
        "?from=-1, 404",
        "?index=0&size=9223372036854775807, 404",
        "?index=0&size=0, 404",
        "?index=0&other=1, 400"
    })
    void whatIsNotThereIsRefused(String query, int status) {
        assertThat(api.anonymous().get("/ledger/proof" + query).status()).isEqualTo(status);
    }
}
