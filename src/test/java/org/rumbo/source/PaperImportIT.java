package org.rumbo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.rumbo.operations.Doctor;
import org.rumbo.shared.Sha256;
import org.rumbo.testing.Api;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Sabotage;
import org.rumbo.testing.SamplePaper;
import org.rumbo.testing.TestDatabase;
import org.rumbo.workflow.ImportJobs;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Papers over REST, from the file to recommendations with the paper's own words. */
@RumboTest
class PaperImportIT {
    private final Api api;
    private final Records records;
    private final Doctor doctor;
    private final Sabotage sabotage;
    private final ImportJobs jobs;
    private final JdbcClient jdbc;
    private final Environment environment;

    PaperImportIT(
            Api api,
            Records records,
            Doctor doctor,
            Sabotage sabotage,
            ImportJobs jobs,
            JdbcClient jdbc,
            Environment environment) {
        this.api = api;
        this.records = records;
        this.doctor = doctor;
        this.sabotage = sabotage;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    private Api.Caller director() {
        return api.as("director.a");
    }

    private String handedIn(String text, @Nullable String key) {
        return require(202, SamplePaper.handIn(director(), text, key))
                .json()
                .path("id")
                .asString();
    }

    private String read(String text, @Nullable String key) {
        var id = handedIn(text, key);
        jobs.run(UUID.fromString(id));
        return id;
    }

    private JsonNode seen(String id) {
        return require(200, director().get("/imports/" + id)).json();
    }

    private Api.Answer decide(String id, List<Map<String, ?>> decisions) {
        return director().post("/imports/" + id + "/decisions", Map.of("decisions", decisions));
    }

    private static Map<String, ?> accept(int passage) {
        return Map.of("passage", passage, "decision", "ACCEPT");
    }

    private static Map<String, ?> skip(int passage) {
        return Map.of("passage", passage, "decision", "SKIP", "reason", "It asks nobody for anything");
    }

    /** Passages are told by country and letter. */
    private Map<String, Integer> numbers(String id) {
        return stream(seen(id).path("passages"))
                .collect(Collectors.toMap(
                        passage -> passage.path("country").asString() + "-"
                                + passage.path("letter").asString(),
                        passage -> passage.path("passage").asInt()));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }

    private List<String> itemsOf(String key) {
        return jdbc.sql("select code from recommendation where paper_key = ? order by code")
                .param(key)
                .query(String.class)
                .list();
    }

    private void acceptAll(String id) {
        var decisions = new ArrayList<Map<String, ?>>();
        stream(seen(id).path("passages"))
                .filter(passage -> !passage.path("difference").asString().equals("UNCHANGED"))
                .forEach(passage -> decisions.add(accept(passage.path("passage").asInt())));
        require(200, decide(id, decisions));
    }

    private List<String> findings() {
        return doctor.examine().findings();
    }

    @Test
    void aPaperIsReadInTheBackgroundAndSaysWhatItFound() {
        var answer = SamplePaper.handIn(director(), SamplePaper.text(), SamplePaper.key());
        assertThat(answer.status()).isEqualTo(202);
        var id = answer.json().path("id").asString();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/imports/" + id);
        assertThat(answer.json().path("state").asString()).isEqualTo("READING");
        assertThat(findings()).isEmpty();

        jobs.run(UUID.fromString(id));

        var seen = seen(id);
        assertThat(seen.path("state").asString()).isEqualTo("REVIEW");
        assertThat(stream(seen.path("chapters"))
                        .map(chapter -> chapter.path("country").asString() + " "
                                + chapter.path("found").asInt() + " "
                                + chapter.path("authors").size()))
                .containsExactly("PE 2 2", "EC 0 1", "BO 2 1");
        assertThat(stream(seen.path("passages"))
                        .collect(Collectors.toMap(
                                passage -> passage.path("country").asString() + "-"
                                        + passage.path("letter").asString(),
                                passage -> passage.path("text").asString())))
                .isEqualTo(SamplePaper.PASSAGES);
        assertThat(stream(seen.path("passages"))).allSatisfy(passage -> {
            assertThat(passage.path("sha256").asString())
                    .isEqualTo(hash(passage.path("text").asString()));
            assertThat(passage.path("difference").asString()).isEqualTo("NEW");
            assertThat(passage.path("existing").asBoolean()).isFalse();
        });
        assertThat(seen.path("undecided").asInt()).isEqualTo(4);
        assertThat(findings()).isEmpty();
        require(200, director().post("/imports/" + id + "/cancel", Map.of()));
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void directorsHaveATaskAndOthersHaveNot() {
        var id = read(SamplePaper.text(), SamplePaper.key());

        assertThat(tasks("director.b")).contains("import:" + id);
        assertThat(tasks("coordinator.pe")).doesNotContain("import:" + id);
        assertThat(notices(id)).contains("PAPER_READ");
        require(200, director().post("/imports/" + id + "/cancel", Map.of()));
        assertThat(tasks("director.b")).doesNotContain("import:" + id);
    }

    private List<String> notices(String id) {
        return jdbc.sql("select kind from notice where subject = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .list();
    }

    private List<String> tasks(String login) {
        return stream(api.as(login).get("/tasks").json().path("items"))
                .map(task -> task.path("id").asString())
                .toList();
    }

    @Test
    void whatIsAcceptedBecomesRecommendationsWithThePapersWords() {
        var key = SamplePaper.key();
        var id = read(SamplePaper.text(), key);
        var numbers = numbers(id);
        require(
                200,
                decide(
                        id,
                        List.of(
                                Map.of(
                                        "passage",
                                        number(numbers, "PE-a"),
                                        "decision",
                                        "ACCEPT",
                                        "title",
                                        "Open archives",
                                        "summary",
                                        "Schools get in",
                                        "themes",
                                        List.of("rights")),
                                accept(number(numbers, "BO-a")))));
        assertThat(seen(id).path("state").asString()).isEqualTo("REVIEW");
        assertThat(itemsOf(key)).isEmpty();

        require(200, decide(id, List.of(skip(number(numbers, "PE-b")), accept(number(numbers, "BO-b")))));
        assertThat(seen(id).path("state").asString()).isEqualTo("CREATING");
        assertThat(seen(id).path("progress").path("total").asInt()).isEqualTo(3);
        jobs.run(UUID.fromString(id));

        var done = seen(id);
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("created").asInt()).isEqualTo(3);
        assertThat(itemsOf(key)).containsExactly(key + "-BO-a", key + "-BO-b", key + "-PE-a");
        var item = api.as("coordinator.pe").get(at(key + "-PE-a")).json();
        assertThat(item.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(item.path("origin").asString()).isEqualTo("PAPER");
        assertThat(item.path("title").toString()).contains("Open archives");
        var wording =
                api.as("funder").get(at(key + "-PE-a") + "/wording").json().path("items");
        assertThat(wording).hasSize(1);
        assertThat(wording.get(0).path("text").asString()).isEqualTo(SamplePaper.PASSAGES.get("PE-a"));
        assertThat(stream(wording.get(0).path("around"))
                        .filter(line -> line.path("within").asBoolean())
                        .map(line -> line.path("text").asString()))
                .containsExactly("a. Open the mountain archives to every school of the region within", "two years.");
        var paper = api.as("member.bo").get("/papers/" + key).json();
        assertThat(paper.path("chapters")).hasSize(3);
        assertThat(paper.path("imports")).isEmpty();
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatPeopleTypeStandsInNoPayload() {
        var id = read(SamplePaper.text(), SamplePaper.key());
        var numbers = numbers(id);
        require(
                200,
                decide(
                        id,
                        List.of(
                                Map.of(
                                        "passage",
                                        number(numbers, "PE-a"),
                                        "decision",
                                        "SKIP",
                                        "reason",
                                        "canaryreason " + id),
                                Map.of(
                                        "passage",
                                        number(numbers, "PE-b"),
                                        "decision",
                                        "ACCEPT",
                                        "text",
                                        "canarytext " + id))));
        var payloads = jdbc.sql("select payload from ledger_event where action like 'passage.%'")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list()
                .toString();
        assertThat(payloads).contains(id).doesNotContain("canary");
        require(200, director().post("/imports/" + id + "/cancel", Map.of()));
    }

    @Test
    void aDecisionCanBeTakenBackAndMadeAnewUntilAllAreMade() {
        var key = SamplePaper.key();
        var id = read(SamplePaper.text(), key);
        require(200, decide(id, List.of(accept(1), accept(2))));
        require(200, decide(id, List.of(skip(1))));
        require(200, director().post("/imports/" + id + "/decisions/undo", Map.of("passages", List.of(2))));
        assertThat(seen(id).path("undecided").asInt()).isEqualTo(3);
        assertThat(director()
                        .post("/imports/" + id + "/decisions/undo", Map.of("passages", List.of(2)))
                        .rules())
                .containsExactly("passage-undecided");

        require(200, decide(id, List.of(skip(2), skip(3), skip(4))));
        assertThat(director()
                        .post("/imports/" + id + "/decisions/undo", Map.of("passages", List.of(2)))
                        .problem())
                .isEqualTo("wrong-state");
        jobs.run(UUID.fromString(id));

        assertThat(seen(id).path("state").asString()).isEqualTo("DONE");
        assertThat(itemsOf(key)).isEmpty();
    }

    @Test
    void aPassageMayBelongToSeveralCountriesAndBeSplit() {
        var key = SamplePaper.key();
        var id = read(SamplePaper.text(), key);
        var numbers = numbers(id);
        var parts =
                List.of(Map.of("text", "Train observers together", "title", "Train"), Map.of("text", "pay them alike"));
        require(
                200,
                decide(
                        id,
                        List.of(
                                Map.of(
                                        "passage",
                                        number(numbers, "PE-a"),
                                        "decision",
                                        "ACCEPT",
                                        "countries",
                                        List.of("PE", "BO")),
                                Map.of("passage", number(numbers, "BO-b"), "decision", "ACCEPT", "parts", parts),
                                skip(number(numbers, "PE-b")),
                                skip(number(numbers, "BO-a")))));
        jobs.run(UUID.fromString(id));

        assertThat(itemsOf(key))
                .containsExactly(key + "-BO-b", key + "-BO-b.1", key + "-BO-b.2", key + "-PE-a", key + "-PE-a.BO");
        assertThat(api.as("coordinator.bo")
                        .get(at(key + "-PE-a.BO"))
                        .json()
                        .path("country")
                        .asString())
                .isEqualTo("BO");
        var part = api.as("coordinator.bo").get(at(key + "-BO-b.1")).json();
        assertThat(part.path("links").toString()).contains("PART_OF", key + "-BO-b");
        var words = api.as("coordinator.bo")
                .get(at(key + "-BO-b.1") + "/wording")
                .json()
                .path("items")
                .get(0);
        assertThat(words.path("text").asString()).isEqualTo(SamplePaper.PASSAGES.get("BO-b"));
        assertThat(words.path("corrected").asString()).isEqualTo("Train observers together");
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatCannotBeDecidedSoIsToldPlaceByPlaceAndNothingIsKept() {
        var id = read(SamplePaper.text(), SamplePaper.key());
        var refused = decide(
                id,
                List.of(
                        Map.of("passage", 1, "decision", "SKIP"),
                        Map.of("passage", 2, "decision", "ACCEPT", "countries", List.of("PE", "PE")),
                        Map.of("passage", 3, "decision", "ACCEPT", "countries", List.of("XA")),
                        Map.of("passage", 4, "decision", "ACCEPT", "themes", List.of("unknown")),
                        Map.of("passage", 99, "decision", "ACCEPT"),
                        Map.of("passage", 4, "decision", "ACCEPT", "parts", List.of(Map.of("text", "One")))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.rules())
                .contains(
                        "reason-required",
                        "no-duplicates",
                        "country-of-the-network",
                        "theme-of-the-network",
                        "passage-unknown",
                        "two-to-fifty-parts");
        assertThat(seen(id).path("undecided").asInt()).isEqualTo(4);
        assertThat(api.as("coordinator.pe")
                        .post("/imports/" + id + "/decisions", Map.of("decisions", List.of(accept(1))))
                        .status())
                .isEqualTo(403);
        assertThat(director().post("/imports/" + id + "/decisions", Map.of()).status())
                .isEqualTo(400);
        require(200, director().post("/imports/" + id + "/cancel", Map.of()));
    }

    @Test
    void whatIsInterruptedGoesOnWhereItWasAndNothingIsDoubled() {
        var key = SamplePaper.key();
        var id = read(SamplePaper.text(), key);
        var paper = UUID.fromString(id);
        acceptAll(id);
        assertThat(jobs.runNext(paper)).isTrue();
        assertThat(itemsOf(key)).hasSize(1);

        sabotage.failAfterEverybodyElse();
        assertThatThrownBy(() -> jobs.runNext(paper)).hasStackTraceContaining(Sabotage.MESSAGE);
        assertThat(itemsOf(key)).hasSize(1);
        assertThat(seen(id).path("progress").path("done").asInt()).isEqualTo(1);
        sabotage.failAtCommit();
        assertThatThrownBy(() -> jobs.runNext(paper)).hasStackTraceContaining(Sabotage.MESSAGE);
        assertThat(itemsOf(key)).hasSize(1);
        assertThat(findings()).isEmpty();

        jobs.run(paper);
        assertThat(itemsOf(key)).hasSize(4);
        assertThat(seen(id).path("created").asInt()).isEqualTo(4);
        for (var code : itemsOf(key)) {
            assertThat(records.events(code)).as(code).isEqualTo(2);
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void theSameFileIsImportedOnce() {
        var key = SamplePaper.key();
        var text = SamplePaper.text();
        var id = read(text, key);
        var events = records.events();

        var again = SamplePaper.handIn(director(), text, key);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(records.events()).isEqualTo(events);
        acceptAll(id);
        jobs.run(UUID.fromString(id));
        assertThat(SamplePaper.handIn(director(), text, key).json().path("id").asString())
                .isEqualTo(id);
        assertThat(itemsOf(key)).hasSize(4);
    }

    @Test
    void twoFilesOfOnePaperAreNotLookedThroughAtOnce() {
        var key = SamplePaper.key();
        var id = read(SamplePaper.text(), key);

        assertThat(SamplePaper.handIn(director(), SamplePaper.text(), key).problem())
                .isEqualTo("import-open");
        require(200, director().post("/imports/" + id + "/cancel", Map.of()));
        require(200, director().post("/imports/" + handedIn(SamplePaper.text(), key) + "/cancel", Map.of()));
    }

    @Test
    void aChangedFileShowsWhatIsAnotherAndKeepsTheOlderWords() {
        var key = SamplePaper.key();
        var first = read(SamplePaper.text(), key);
        acceptAll(first);
        jobs.run(UUID.fromString(first));

        var changed = SamplePaper.text()
                .replace("a. Build shared weather", "a. Build many shared weather")
                .replace("a. Open the mountain", "a. Count the hill roads first.\n\nb. Open the mountain")
                .replace("b. Let the river councils publish what they measure, in plain\nwords.", "");
        var second = read(changed, key);

        var differences = new HashMap<String, String>();
        stream(seen(second).path("passages"))
                .forEach(passage -> differences.put(
                        passage.path("code").asString(),
                        passage.path("difference").asString()));
        assertThat(differences)
                .isEqualTo(Map.of(
                        key + "-PE-c", "NEW",
                        key + "-PE-a", "UNCHANGED",
                        key + "-BO-a", "CHANGED",
                        key + "-BO-b", "UNCHANGED"));
        assertThat(stream(seen(second).path("gone"))
                        .map(gone -> gone.path("letter").asString()))
                .containsExactly("b");
        assertThat(seen(second).path("undecided").asInt()).isEqualTo(2);
        acceptAll(second);
        jobs.run(UUID.fromString(second));

        assertThat(itemsOf(key)).hasSize(5).contains(key + "-PE-b", key + "-PE-c");
        assertThat(seen(second).path("created").asInt()).isEqualTo(1);
        assertThat(seen(second).path("attached").asInt()).isEqualTo(1);
        assertThat(stream(api.as("coordinator.bo")
                                .get(at(key + "-BO-a") + "/wording")
                                .json()
                                .path("items"))
                        .map(words -> words.path("version").asInt() + " "
                                + words.path("text").asString()))
                .containsExactly(
                        "2 Build many shared weather stations along the high plain.",
                        "1 Build shared weather stations along the high plain.");
        assertThat(findings()).isEmpty();
    }

    @Test
    void aFileOfTheSamePassagesAsksNothing() {
        var key = SamplePaper.key();
        var first = read(SamplePaper.text(), key);
        acceptAll(first);
        jobs.run(UUID.fromString(first));

        var second = read(SamplePaper.text(), key);

        assertThat(seen(second).path("state").asString()).isEqualTo("DONE");
        assertThat(itemsOf(key)).hasSize(4);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aPaperThatCannotBeReadIsAnAnswerAndNoStuckJob() {
        var broken = ("%PDF-1.4\n" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        var id = require(202, SamplePaper.handIn(director(), "paper.pdf", broken, SamplePaper.key()))
                .json()
                .path("id")
                .asString();
        jobs.run(UUID.fromString(id));

        var seen = seen(id);
        assertThat(seen.path("state").asString()).isEqualTo("FAILED");
        assertThat(seen.path("failure").path("reason").asString()).isNotBlank();
        assertThat(notices(id)).containsExactly("PAPER_UNREADABLE");
        assertThat(findings()).isEmpty();
        assertThat(decide(id, List.of(accept(1))).problem()).isEqualTo("wrong-state");
    }

    @Test
    void whatIsNoPaperIsNotTaken() {
        var key = SamplePaper.key();
        assertThat(SamplePaper.handIn(director(), "picture.exe", new byte[] {'M', 'Z', 0, 1, 2}, key)
                        .rules())
                .containsExactly("file-kind");
        assertThat(SamplePaper.handIn(director(), "paper.txt", new byte[0], key).rules())
                .containsExactly("paper-required");
        assertThat(SamplePaper.handIn(director(), SamplePaper.text(), "no key").rules())
                .containsExactly("paper-key-form");
        assertThat(SamplePaper.handIn(
                                director(),
                                "paper.txt",
                                SamplePaper.text().getBytes(StandardCharsets.UTF_8),
                                Map.of("key", key))
                        .rules())
                .containsExactly("language-required");
        assertThat(SamplePaper.handIn(api.as("coordinator.pe"), SamplePaper.text(), key)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void twoGigabytesAreRefusedBeforeTheyAreSent() throws IOException {
        var port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            var login = Base64.getEncoder().encodeToString("director.a:rumbo".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(("POST /api/v1/papers HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Basic "
                                    + login + "\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                                    + "Content-Length: 2147483648\r\n\r\n--x\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void theDatabaseItselfKeepsWhatAPaperSays() {
        assumeTrue(TestDatabase.isPostgres(), "H2 has no triggers for this");
        var key = SamplePaper.key();
        var id = read(SamplePaper.text(), key);
        acceptAll(id);
        jobs.run(UUID.fromString(id));

        for (var statement : List.of(
                "update wording set text = 'another'",
                "delete from wording",
                "truncate wording",
                "update import_passage set text = 'another'")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .hasStackTraceContaining("is never changed");
        }
    }

    @Test
    void theDoctorFindsAnAcceptedPassageWithoutItsRecommendation() {
        var id = read(SamplePaper.text(), SamplePaper.key());
        require(200, decide(id, List.of(accept(1))));
        jdbc.sql("update passage_decision set carried_out_at = decided_at where import_id = ?")
                .param(UUID.fromString(id))
                .update();
        assertThat(findings()).singleElement().asString().contains("import " + id, "was accepted");
        jdbc.sql("update passage_decision set carried_out_at = null where import_id = ?")
                .param(UUID.fromString(id))
                .update();
        require(200, director().post("/imports/" + id + "/cancel", Map.of()));
        assertThat(findings()).isEmpty();
    }

    /** The network's first paper is not ours to keep here: what is known of it already gets its words, and nothing else comes. */
    @Test
    @EnabledIfEnvironmentVariable(
            named = "RUMBO_PAPER",
            matches = ".+",
            disabledReason = "THE FIRST PAPER WAS NOT IMPORTED: let RUMBO_PAPER name its text")
    void theFirstPapersWordsAttachToItsItems() throws IOException {
        var before = itemsOf("SPN-2019");
        assertThat(before).hasSize(22);
        var content = Files.readAllBytes(Path.of(Objects.requireNonNull(System.getenv("RUMBO_PAPER"))));
        var id = require(202, SamplePaper.handIn(director(), "paper.txt", content, (String) null))
                .json()
                .path("id")
                .asString();
        jobs.run(UUID.fromString(id));
        assertThat(seen(id).path("paper").asString()).isEqualTo("SPN-2019");
        assertThat(stream(seen(id).path("chapters"))
                        .map(chapter -> chapter.path("country").asString()
                                + chapter.path("found").asInt()))
                .containsExactly("BR2", "CO7", "CL3", "EC0", "BO6", "PE4");

        acceptAll(id);
        jobs.run(UUID.fromString(id));

        assertThat(seen(id).path("state").asString()).isEqualTo("DONE");
        assertThat(seen(id).path("attached").asInt()).isEqualTo(22);
        assertThat(seen(id).path("created").asInt()).isZero();
        assertThat(itemsOf("SPN-2019")).isEqualTo(before);
        assertThat(findings()).isEmpty();
    }
}
