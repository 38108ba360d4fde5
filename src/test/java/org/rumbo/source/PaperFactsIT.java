package org.rumbo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rumbo.operations.Doctor;
import org.rumbo.testing.Api;
import org.rumbo.testing.CountedStatements;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.SamplePaper;
import org.rumbo.testing.Visitor;
import org.rumbo.workflow.ImportJobs;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What papers tell of themselves: read, corrected before anything is made of them, and what they are then cited with. */
@RumboTest
class PaperFactsIT {
    private final Api api;
    private final Doctor doctor;
    private final ImportJobs jobs;
    private final JdbcClient jdbc;
    private final CountedStatements statements;
    private final Environment environment;

    PaperFactsIT(
            Api api,
            Doctor doctor,
            ImportJobs jobs,
            JdbcClient jdbc,
            CountedStatements statements,
            Environment environment) {
        this.statements = statements;
        this.api = api;
        this.doctor = doctor;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    private static String text(String front) {
        return front + "\n\n\n"
                + SamplePaper.text().substring(SamplePaper.text().indexOf("Archives and rivers."));
    }

    /** A title whose first letters nobody else has. */
    private static String title() {
        var words = new StringBuilder();
        for (var i = 0; i < 5; i++) {
            var letter = (char) ('A' + ThreadLocalRandom.current().nextInt(26));
            words.append(i == 0 ? "" : " ").append(letter).append("ea").append(i);
        }
        return words.toString();
    }

    private String read(String text, @Nullable String key) {
        var id = require(202, SamplePaper.handIn(api.as("director.a"), text, key))
                .json()
                .path("id")
                .asString();
        jobs.run(UUID.fromString(id));
        return id;
    }

    private JsonNode seen(String id) {
        return require(200, api.as("director.a").get("/imports/" + id)).json();
    }

    private Api.Answer describe(String id, Map<String, ?> facts) {
        return api.as("director.a").post("/imports/" + id + "/paper", facts);
    }

    private void acceptAll(String id) {
        var decisions = StreamSupport.stream(seen(id).path("passages").spliterator(), false)
                .filter(passage -> !passage.path("difference").asString().equals("UNCHANGED"))
                .map(passage -> Map.of("passage", passage.path("passage").asInt(), "decision", "ACCEPT"))
                .toList();
        require(200, api.as("director.a").post("/imports/" + id + "/decisions", Map.of("decisions", decisions)));
        jobs.run(UUID.fromString(id));
    }

    private void giveUp(String id) {
        require(200, api.as("director.a").post("/imports/" + id + "/cancel", Map.of()));
    }

    @Test
    void aPaperIsCitedWithWhatItTellsOfItselfAndItsKeyIsProposedFromIt() {
        var title = title();
        var id = read(
                text(title
                        + "\n\nEdited by Ana Pardo and Tom Wexley\nPublished by: House of the Hills\nLima, March 2018\n"
                        + "Available at: https://hills.example/papers/7"),
                null);

        var seen = seen(id);
        var letters = title.replaceAll("[^A-Z]", "");
        var key = seen.path("paper").asString();
        assertThat(key).isEqualTo(letters + "-2018");
        assertThat(seen.at("/facts/title").asString()).isEqualTo(title);
        assertThat(seen.at("/facts/published").asString()).isEqualTo("2018-03");
        assertThat(seen.at("/facts/publishers/0").asString()).isEqualTo("House of the Hills");
        assertThat(seen.at("/facts/editors/1").asString()).isEqualTo("Tom Wexley");
        assertThat(seen.at("/facts/address").asString()).isEqualTo("https://hills.example/papers/7");
        assertThat(StreamSupport.stream(seen.path("told").spliterator(), false)
                        .map(told -> told.path("field").asString() + " "
                                + told.path("confidence").asString() + " "
                                + told.path("line").asInt()))
                .contains("title MEDIUM 1", "published HIGH 5", "editors HIGH 3");

        acceptAll(id);
        var bib = api.as("funder")
                .get("/recommendations/" + key + "-PE-a/citation.bib")
                .text();
        assertThat(bib)
                .contains(
                        "booktitle = {{" + title + "}}",
                        "editor = {{Ana Pardo} and {Tom Wexley}}",
                        "publisher = {House of the Hills}",
                        "month = mar",
                        "url = {https://hills.example/papers/7}");
        assertThat(api.as("funder")
                        .get("/recommendations/" + key + "-PE-a/citation.ris")
                        .text())
                .contains("ED  - Tom Wexley", "DA  - 2018/03//", "UR  - https://hills.example/papers/7");
        assertThat(api.as("funder")
                        .get("/recommendations/" + key + "-PE-a/citation.json")
                        .text())
                .contains("\"editor\"", "\"URL\" : \"https://hills.example/papers/7\"");
        assertThat(doctor.examine().findings()).isEmpty();

        var again = read(text(title + " once more\n\nMarch 2018"), null);
        assertThat(seen(again).path("paper").asString()).startsWith(letters).isNotEqualTo(key);
        giveUp(again);
    }

    @Test
    void aDirectorCorrectsIt() {
        var id = read(text(title()), SamplePaper.key());
        var key = SamplePaper.key();

        var described = require(
                        200,
                        describe(
                                id,
                                Map.of(
                                        "key",
                                        key,
                                        "title",
                                        "Corrected canarytitle",
                                        "language",
                                        "es",
                                        "published",
                                        "2017-11",
                                        "publishers",
                                        List.of("One house; and another", "A third"),
                                        "isbn",
                                        "978-9972-671-66-1")))
                .json();

        assertThat(described.path("paper").asString()).isEqualTo(key);
        assertThat(described.path("described").asBoolean()).isTrue();
        assertThat(described.at("/facts/publishers/0").asString()).isEqualTo("One house, and another");
        assertThat(described.at("/facts/language").asString()).isEqualTo("es");
        var payloads = jdbc.sql("select payload from ledger_event where action = 'paper.describe'")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list()
                .toString();
        assertThat(payloads).contains(id).doesNotContain("canary");
        require(200, describe(id, Map.of("published", "")));
        assertThat(seen(id).at("/facts/published").isNull()).isTrue();
        assertThat(seen(id).at("/facts/title").asString()).isEqualTo("Corrected canarytitle");

        acceptAll(id);
        var paper = api.as("member.bo").get("/papers/" + key).json();
        assertThat(paper.path("title").asString()).isEqualTo("Corrected canarytitle");
        assertThat(paper.path("published").asString()).isEqualTo("2020");
        assertThat(paper.path("publishers")).hasSize(2);
        assertThat(describe(id, Map.of("title", "Too late")).problem()).isEqualTo("wrong-state");
    }

    @Test
    void whatIsNoFactIsRefusedAndNothingChanges() {
        var taken = SamplePaper.key();
        var other = read(text(title()), taken);
        var id = read(text(title()), SamplePaper.key());
        var before = seen(id);

        assertThat(describe(
                                id,
                                Map.of(
                                        "key",
                                        "lower",
                                        "language",
                                        "xx",
                                        "published",
                                        "2017-13",
                                        "address",
                                        "javascript:alert(1)",
                                        "isbn",
                                        "978-9972-671-66-2"))
                        .rules())
                .containsExactlyInAnyOrder(
                        "paper-key-form", "language-required", "published-form", "web-address", "isbn-form");
        assertThat(describe(id, Map.of("key", taken)).rules()).containsExactly("paper-key-taken");
        assertThat(describe(id, Map.of("unknown", "field")).status()).isEqualTo(400);
        assertThat(api.as("coordinator.pe")
                        .post("/imports/" + id + "/paper", Map.of("title", "Not hers"))
                        .status())
                .isEqualTo(403);
        require(
                200,
                api.as("director.a")
                        .post(
                                "/imports/" + id + "/decisions",
                                Map.of("decisions", List.of(Map.of("passage", 1, "decision", "ACCEPT")))));
        assertThat(describe(id, Map.of("key", SamplePaper.key())).rules()).containsExactly("paper-key-decided");
        assertThat(seen(id).path("facts")).isEqualTo(before.path("facts"));
        assertThat(seen(id).path("paper")).isEqualTo(before.path("paper"));
        giveUp(id);
        giveUp(other);
    }

    @Test
    void wordsAreReadWithAsManyStatementsForManyVersionsAsForOne() {
        var key = SamplePaper.key();
        var title = title();
        acceptAll(read(text(title), key));
        var wording = "/recommendations/" + key + "-PE-a/wording";
        api.as("funder").get(wording);
        var ofOne = statements.during(() -> require(200, api.as("funder").get(wording)));

        acceptAll(read(text(title).replace("Open the mountain", "Open all mountain"), key));

        var ofTwo = statements.during(() -> require(200, api.as("funder").get(wording)));
        assertThat(api.as("funder").get(wording).json().path("items")).hasSize(2);
        assertThat(api.as("funder").get(wording).json().at("/items/1/around")).isNotEmpty();
        assertThat(ofTwo).hasSameSizeAs(ofOne);
    }

    @Test
    void theKeyOfAnotherPaperIsPointedOut() {
        var key = SamplePaper.key();
        var first = read(text(title() + " and its quite unmistakable ending"), key);
        acceptAll(first);

        var second = seen(read(text(title() + " with an altogether different ending"), key));

        assertThat(second.path("confidence").asString()).isEqualTo("LOW");
        assertThat(second.path("warnings").toString()).contains("PAPER_DIFFERS", "unmistakable");
        assertThat(second.path("known").asBoolean()).isTrue();
        if (second.path("state").asString().equals("REVIEW")) {
            giveUp(second.path("id").asString());
        }
    }

    @Test
    void aPaperWithoutATitleIsAskedForOneBeforeItIsCarriedOut() {
        var id = read(text("Working paper 7"), SamplePaper.key());
        var visitor = Visitor.signedIn(environment, "director.a");
        assertThat(seen(id).at("/facts/title").isNull()).isTrue();
        for (var passage = 1; passage <= 4; passage++) {
            visitor.post(
                    "/imports/" + id + "/passages/" + passage, Map.of("decision", "SKIP", "reason", "It asks nothing"));
        }

        var asked = visitor.post("/imports/" + id + "/finish", Map.of());
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("/imports/" + id + "/paper");
        var wrong = visitor.post(
                "/imports/" + id + "/paper", Map.of("title", "A <b>title</b> at last", "published", "soon"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("A &lt;b&gt;title&lt;/b&gt; at last", "2019-12");
        var given = visitor.post(
                "/imports/" + id + "/paper",
                Map.of("title", "A title at last", "language", "en", "publishers", "One\r\nAnother"));
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).contains("A title at last", "One; Another");
        assertThat(visitor.post("/imports/" + id + "/finish", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(seen(id).path("state").asString()).isEqualTo("CREATING");
        jobs.run(UUID.fromString(id));
    }
}
