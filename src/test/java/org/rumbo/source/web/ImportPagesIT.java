package org.rumbo.source.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.reading.UnreadablePaper;
import org.rumbo.testing.Api;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.SamplePaper;
import org.rumbo.testing.Visitor;
import org.rumbo.workflow.ImportJobs;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;

/** The pages of an import: handing a paper in, looking through its passages one by one, and what a recommendation then says. */
@RumboTest
class ImportPagesIT {
    private final Api api;
    private final ImportJobs jobs;
    private final MessageSource messages;
    private final Environment environment;

    ImportPagesIT(Api api, ImportJobs jobs, MessageSource messages, Environment environment) {
        this.api = api;
        this.jobs = jobs;
        this.messages = messages;
        this.environment = environment;
    }

    private String read(String text, String key) {
        var id = require(202, SamplePaper.handIn(api.as("director.a"), text, key))
                .json()
                .path("id")
                .asString();
        jobs.run(UUID.fromString(id));
        return id;
    }

    private Visitor director() {
        return Visitor.signedIn(environment, "director.a");
    }

    private static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void giveUp(String id) {
        require(200, api.as("director.a").post("/imports/" + id + "/cancel", Map.of()));
    }

    @Test
    void theQueueShowsEachPassageWithItsWordsAndAChapterWithoutAny() {
        var key = SamplePaper.key();
        var id = read(SamplePaper.text(), key);

        var page = page(director().get("/imports/" + id + "?lang=en"));

        SamplePaper.PASSAGES.values().forEach(words -> assertThat(page).contains(words));
        assertThat(page).contains("0 found, chapter present", "4 wait for a decision", key + "-PE-a", "lines 16 to 17");
        assertThat(page(director().get("/imports/" + id + "?show=DECIDED&lang=en")))
                .contains("There is none of this kind.");
        giveUp(id);
    }

    @Test
    void passagesAreDecidedOneByOneAndNothingIsMadeBeforeSomebodySaysSo() {
        var key = SamplePaper.key();
        var id = read(SamplePaper.text(), key);
        var visitor = director();
        var passages = "/imports/" + id + "/passages/";

        var second = page(visitor.post(
                passages + "1",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "countries",
                        "PE",
                        "text",
                        "Open the mountain archives to every school.")));
        assertThat(second).contains(SamplePaper.PASSAGES.get("PE-b"));
        var parts = "Let the river councils publish what they measure.\r\n\r\nLet them do it in plain words.";
        page(visitor.post(
                passages + "2",
                Map.of(
                        "decision",
                        "SPLIT",
                        "countries",
                        "PE",
                        "parts",
                        parts,
                        "partTitles",
                        "Open measuring books\r\n")));
        assertThat(page(visitor.get(passages + "2")))
                .contains("Open measuring books\nLet them do it in plain words</textarea>");
        page(visitor.post(passages + "3", Map.of("decision", "ACCEPT", "countries", "CL")));
        var finish = page(visitor.post(passages + "4", Map.of("decision", "SKIP", "reason", "It repeats another")));
        assertThat(finish)
                .contains(key + "-PE-a", key + "-PE-b.1", key + "-PE-b.2", key + "-BO-a.CL")
                .contains("/imports/" + id + "/finish");
        assertThat(api.as("director.a")
                        .get("/imports/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("REVIEW");

        page(visitor.post("/imports/" + id + "/finish", Map.of()));
        jobs.run(UUID.fromString(id));

        var done = page(visitor.get("/imports/" + id));
        assertThat(done).contains("/recommendations/" + key + "-PE-b.2", "It repeats another");
        for (var login : List.of("director.a", "funder", "coordinator.ec")) {
            var reader = Visitor.signedIn(environment, login);
            assertThat(page(reader.get("/recommendations/" + key + "-PE-a")))
                    .as(login)
                    .contains(">Open the mountain archives to every school.<");
            assertThat(page(reader.get("/recommendations/" + key + "-PE-a/wording")))
                    .as(login)
                    .contains(SamplePaper.PASSAGES.get("PE-a"), "a. Open the mountain archives");
        }
        assertThat(page(visitor.get("/recommendations/" + key + "-PE-b.2")))
                .contains(">Let them do it in plain words<");
        assertThat(page(visitor.get("/recommendations/" + key + "-PE-b.1")))
                .contains(">Open measuring books<")
                .contains(">Let the river councils publish what they measure.<");
    }

    @Test
    void whatCannotBeTakenComesBackWithEverythingThatWasTyped() {
        var id = read(SamplePaper.text(), SamplePaper.key());
        var visitor = director();
        var passage = "/imports/" + id + "/passages/1";

        var noReason = visitor.post(passage, Map.of("decision", "SKIP", "title", "Kept words"));
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body()).contains(say("rule.reason-required"), "Kept words");
        var one = new LinkedHashMap<>(Map.of("decision", "SPLIT", "countries", "PE", "parts", "One part alone"));
        assertThat(visitor.post(passage, one).body()).contains(say("rule.parts-apart"), "One part alone");
        var titles = new LinkedHashMap<>(Map.of(
                "decision",
                "SPLIT",
                "countries",
                "PE",
                "parts",
                "One\n\nAnother",
                "partTitles",
                "First\nSecond\nThird"));
        assertThat(visitor.post(passage, titles).body()).contains(say("rule.more-titles-than-parts"), "Third");
        assertThat(visitor.post(passage, Map.of("decision", "ACCEPT")).body()).contains(say("rule.country-required"));
        assertThat(visitor.post(passage, Map.of("countries", "PE")).body()).contains(say("rule.decision-required"));
        var early = visitor.post("/imports/" + id + "/finish", Map.of());
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains(say("rule.passages-undecided"));
        assertThat(visitor.get("/imports/" + id + "/passages/99").statusCode()).isEqualTo(404);
        giveUp(id);
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.forLanguageTag("es"));
    }

    @Test
    void clearPassagesAreAcceptedTogetherAndADecisionIsTakenBack() {
        var id = read(SamplePaper.text(), SamplePaper.key());
        var visitor = director();

        page(visitor.post("/imports/" + id + "/sure", Map.of("passages", "1")));
        var one = api.as("director.a").get("/imports/" + id).json();
        assertThat(one.path("undecided").asInt()).isEqualTo(3);
        page(visitor.post("/imports/" + id + "/passages/1/undo", Map.of()));
        assertThat(api.as("director.a")
                        .get("/imports/" + id)
                        .json()
                        .path("undecided")
                        .asInt())
                .isEqualTo(4);
        giveUp(id);
    }

    @Test
    void whoGivesAnImportUpSaysWhy() {
        var id = read(SamplePaper.text(), SamplePaper.key());
        var visitor = director();

        assertThat(visitor.post("/imports/" + id + "/cancel", Map.of()).statusCode())
                .isEqualTo(422);
        var given = page(visitor.post("/imports/" + id + "/cancel", Map.of("reason", "The <b>wrong</b> file")));

        assertThat(given).contains("The &lt;b&gt;wrong&lt;/b&gt; file").doesNotContain("<b>wrong");
    }

    @Test
    void aFileIsHandedInOverThePageAndTheSameOneAgainLeadsToItsImport() {
        var visitor = director();
        var text = SamplePaper.text().getBytes(StandardCharsets.UTF_8);
        var fields = Map.of("language", "en", "key", SamplePaper.key());

        var first = visitor.upload("/papers", fields, "paper.txt", text);
        assertThat(first.uri().getPath()).startsWith("/imports/");
        var again = visitor.upload("/papers", Map.of("language", "en"), "copy.txt", text);
        assertThat(again.uri()).isEqualTo(first.uri());
        var id = first.uri().getPath().substring("/imports/".length());
        assertThat(page(visitor.get("/imports/" + id))).contains("long-work", "http-equiv=\"refresh\"");
        jobs.run(UUID.fromString(id));
        assertThat(page(visitor.get("/imports/" + id))).doesNotContain("http-equiv=\"refresh\"");
        giveUp(id);

        var wrong =
                visitor.upload("/papers", Map.of("language", "en", "key", "no key", "title", "Kept"), "a.txt", text);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("SPN-2019", "Kept");
        assertThat(visitor.upload("/papers", Map.of(), "a.txt", text).body()).contains(say("rule.language-required"));
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};
        assertThat(visitor.upload("/papers", Map.of("language", "en"), "a.png", picture)
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt"})
    void everyReasonWhyAPaperCannotBeReadHasWords(String language) {
        for (var reason : UnreadablePaper.Reason.values()) {
            assertThat(messages.getMessage(
                            "reading.unreadable." + reason, new Object[] {"50"}, Locale.forLanguageTag(language)))
                    .hasSizeGreaterThan(20);
        }
    }

    @Test
    void anUnreadableFileSaysWhy() {
        var id = read("x".repeat(40), SamplePaper.key());
        var state =
                api.as("director.a").get("/imports/" + id).json().path("state").asString();
        assertThat(state).isIn("FAILED", "DONE");
        page(director().get("/imports/" + id));
    }
}
