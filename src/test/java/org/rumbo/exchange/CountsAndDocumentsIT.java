package org.rumbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What was counted and what was handed in as evidence, as rows: added to and corrected as in their forms, never worded anew. */
@RumboTest
class CountsAndDocumentsIT {
    private static final String TEAM = "coordinator.ec";
    private static final String COUNTS = "Counts";
    private static final String EVIDENCE = "Evidence";

    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final SheetCalls calls;
    private String office = "";
    private String code = "";

    CountsAndDocumentsIT(Api api, Journeys journeys, Records records, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.calls = new SheetCalls(api, environment);
    }

    @BeforeEach
    void oneIsAdopted() {
        office = "Office" + UUID.randomUUID().toString().substring(0, 8);
        code = journeys.in("EC", State.UNDER_REVIEW);
        require(200, journeys.edit(code, Map.of("addressee", office)));
        journeys.counted(code, "Offices that opened", "Yearbook, page 3");
    }

    private byte[] workbook() {
        return calls.download(TEAM, "recommendations.xlsx?addressee=" + office).body();
    }

    private JsonNode uploaded(Consumer<XSSFWorkbook> edit) {
        return uploaded(Workbooks.edited(workbook(), edit));
    }

    private JsonNode uploaded(byte[] file) {
        return require(201, calls.upload(TEAM, "recs.xlsx", file)).json();
    }

    private JsonNode indicator() {
        return api.as(TEAM).get(at(code) + "/indicators").json().at("/items/0");
    }

    private String count() {
        return indicator().at("/values/0/id").asString();
    }

    private JsonNode documents() {
        return api.as(TEAM).get(at(code)).json().path("evidence");
    }

    private static List<String> rules(JsonNode uploaded) {
        var rules = new ArrayList<String>();
        uploaded.path("rows").forEach(row -> row.path("problems")
                .forEach(problem -> rules.add(problem.path("field").asString() + " "
                        + problem.path("rule").asString())));
        return rules;
    }

    private static void apply(JsonNode uploaded, int done, SheetCalls calls) {
        var answer = calls.applied(TEAM, uploaded.path("id").asString()).json();
        assertThat(answer.path("done").asInt()).as(answer.toString()).isEqualTo(done);
    }

    @Test
    void theyComeBackUnchangedHoweverLongTheirNumbersAre() {
        var indicator = indicator().path("id").asString();
        for (var amount : List.of("999999999999999.123456", "-0.000001", "0.10", "1234.5", "1.234")) {
            require(
                    200,
                    api.as(TEAM)
                            .post(
                                    at(code) + "/indicators/" + indicator + "/values",
                                    Map.of(
                                            "amount",
                                            new BigDecimal(amount),
                                            "on",
                                            "2026-03-01",
                                            "source",
                                            "=1+1 " + amount)));
        }
        require(
                201,
                api.as(TEAM)
                        .post(
                                at(code) + "/indicators",
                                Map.of(
                                        "name",
                                        "Not counted yet",
                                        "unit",
                                        "posts",
                                        "baseline",
                                        0,
                                        "baselineOn",
                                        "2026-01-01",
                                        "target",
                                        5,
                                        "targetOn",
                                        "2027-01-01")));
        journeys.evidence(code, "A", "PUBLIC");
        journeys.evidence(code, "D", "TEAM");
        var before = records.events();
        for (var file : List.of("recommendations.xlsx", "recommendations.zip")) {
            var taken = calls.download(TEAM, file + "?addressee=" + office).body();
            var back = require(201, calls.upload(TEAM, file, taken)).json();
            assertThat(back.path("rows")).as(back.toString()).isEmpty();
            // The recommendation, its marker, six counts, an indicator without any, two documents.
            assertThat(back.path("unchanged").asInt()).isEqualTo(11);
        }
        assertThat(records.events()).isEqualTo(before);
    }

    @Test
    void aChangedCountIsACorrectionWhichIsTakenBackByAnother() {
        var wrong = count();
        assertThat(rules(uploaded(workbook -> Workbooks.type(workbook, COUNTS, wrong, "Count", 4))))
                .containsExactly("reason reason-required");
        var uploaded = uploaded(workbook -> {
            Workbooks.type(workbook, COUNTS, wrong, "Count", 4.5);
            Workbooks.type(workbook, COUNTS, wrong, "Reason for the change", "The wrong line");
        });
        apply(uploaded, 1, calls);
        assertThat(indicator().path("values").size()).isEqualTo(1);
        assertThat(indicator().at("/values/0/amount").decimalValue()).isEqualByComparingTo("4.5");
        assertThat(indicator().at("/values/0/source").asString()).isEqualTo("Yearbook, page 3");
        assertThat(indicator().at("/corrected/0/id").asString()).isEqualTo(wrong);
        var back = calls.undone(TEAM, uploaded.path("id").asString()).json();
        assertThat(back.path("undone").asInt()).as(back.toString()).isEqualTo(1);
        assertThat(indicator().at("/values/0/amount").decimalValue()).isEqualByComparingTo("3");
        assertThat(indicator().path("corrected").size()).isEqualTo(2);
    }

    @Test
    void aFileFromBeforeACorrectionIsComparedWithWhatCountsNow() {
        var file = workbook();
        var wrong = count();
        var indicator = indicator().path("id").asString();
        require(
                200,
                api.as(TEAM)
                        .post(
                                at(code) + "/indicators/" + indicator + "/values/" + wrong + "/correction",
                                Map.of("amount", 7, "on", "2026-02-01", "source", "Yearbook", "reason", "Again")));
        assertThat(uploaded(file).path("rows")).isEmpty();
        var mine = uploaded(Workbooks.edited(file, workbook -> {
            Workbooks.type(workbook, COUNTS, wrong, "Count", 8);
            Workbooks.type(workbook, COUNTS, wrong, "Reason for the change", "Mine");
        }));
        var row = mine.path("rows").path(0);
        assertThat(row.path("verdict").asString()).isEqualTo("CONFLICT");
        assertThat(row.at("/changes/0/before").asString()).isEqualTo("7");
        assertThat(row.path("ticked").asBoolean()).isFalse();
    }

    @Test
    void newRowsAreCountsAndDocumentsAndTheSameIsNotAddedTwice() {
        var file = Workbooks.edited(workbook(), workbook -> {
            var count = Workbooks.added(workbook, COUNTS);
            Workbooks.type(count, "Code", code);
            Workbooks.type(count, "Indicator", "offices THAT opened");
            Workbooks.type(count, "Counted on", journeys.today());
            Workbooks.type(count, "Count", 5);
            Workbooks.type(count, "Where it can be read", "Gazette 12");
            var document = Workbooks.added(workbook, EVIDENCE);
            Workbooks.type(document, "Code", code);
            Workbooks.type(document, "Title", "Decree 12");
            Workbooks.type(document, "Kind of document", "Decree");
            Workbooks.type(document, "Issued by", "Ministry");
            Workbooks.type(document, "Date of the document", journeys.today().minusDays(3));
            Workbooks.type(document, "Language of the document", "es");
            Workbooks.type(document, "Web address", "https://example.org/decree");
            Workbooks.type(document, "Strength as proof", "Official act with its text");
            Workbooks.type(document, "Should be visible to", "Everybody");
        });
        var uploaded = uploaded(file);
        assertThat(uploaded.path("counts").path("NEW").asInt())
                .as(uploaded.toString())
                .isEqualTo(2);
        apply(uploaded, 2, calls);
        assertThat(indicator().at("/values/1/source").asString()).isEqualTo("Gazette 12");
        var decree = documents().path(documents().size() - 1);
        assertThat(decree.path("title").asString()).isEqualTo("Decree 12");
        // A wish: somebody else releases it.
        assertThat(decree.path("visibility").asString()).isEqualTo("NETWORK");
        assertThat(decree.path("requestedVisibility").asString()).isEqualTo("PUBLIC");

        assertThat(uploaded(file).path("rows")).isEmpty();
        var back = calls.undone(TEAM, uploaded.path("id").asString()).json();
        assertThat(back.path("undone").asInt()).isZero();
        assertThat(back.path("rows").toString()).contains("exchange.undo.value", "exchange.undo.evidence");
    }

    @Test
    void whatWasHandedInStaysAndOnlyItsPageIsSaidToBeGone() {
        var document = journeys.evidence(code, "A", "NETWORK");
        var locked = uploaded(workbook -> {
            Workbooks.type(workbook, EVIDENCE, document, "Title", "Worded anew");
            Workbooks.type(workbook, EVIDENCE, document, "Should be visible to", "Everybody");
        });
        assertThat(rules(locked)).containsExactly("title sheet-locked", "wish sheet-locked");
        var day = journeys.today().minusDays(1);
        var gone = uploaded(workbook -> Workbooks.type(workbook, EVIDENCE, document, "Page gone since", day));
        apply(gone, 1, calls);
        assertThat(documents().at("/0/linkGoneOn").asString()).isEqualTo(day.toString());
        assertThat(calls.undone(TEAM, gone.path("id").asString())
                        .json()
                        .path("undone")
                        .asInt())
                .isEqualTo(1);
        assertThat(documents().at("/0/linkGoneOn").asString("none")).isEqualTo("none");
    }

    @Test
    void rulesAreThoseOfTheForms() {
        var proposal = journeys.proposed("EC");
        require(200, journeys.edit(proposal, Map.of("addressee", office)));
        var bad = uploaded(workbook -> {
            var count = Workbooks.added(workbook, COUNTS);
            Workbooks.type(count, "Code", code);
            Workbooks.type(count, "Indicator", "Nobody counts this");
            Workbooks.type(count, "Counted on", journeys.today().plusDays(1));
            Workbooks.type(count, "Count", "0.1234567");
            var early = Workbooks.added(workbook, COUNTS);
            Workbooks.type(early, "Code", proposal);
            Workbooks.type(early, "Indicator", "Offices that opened");
            Workbooks.type(early, "Counted on", journeys.today());
            Workbooks.type(early, "Count", 1);
            Workbooks.type(early, "Where it can be read", "Here");
            var document = Workbooks.added(workbook, EVIDENCE);
            Workbooks.type(document, "Code", code);
            Workbooks.type(document, "Title", "A script");
            Workbooks.type(document, "Web address", "javascript:alert(1)");
            Workbooks.type(document, "Language of the document", "no language");
            Workbooks.type(document, "File", "law.pdf");
        });
        assertThat(rules(bad))
                .containsExactly(
                        "source source-required",
                        "on not-in-the-future",
                        "amount number-of-15-digits",
                        "indicator sheet-indicator-unknown",
                        "code wrong-state",
                        "indicator sheet-indicator-unknown",
                        "file sheet-locked",
                        "type choice-required",
                        "strength choice-required",
                        "url web-address",
                        "language language-tag");
        assertThat(bad.path("rows").toString()).doesNotContain("\"message\":\"rule.", "\"message\":\"field.");
    }

    @Test
    void fundersTakeReleasedDocumentsAndNoCounts() {
        var secret = "Secreto " + UUID.randomUUID();
        require(
                201,
                api.as(TEAM)
                        .post(
                                at(code) + "/evidence",
                                Map.of("type", "NOTE", "title", secret, "strength", "D", "visibility", "FUNDER")));
        var released = journeys.evidence(code, "A", "FUNDER");
        require(
                200,
                api.as("director.a")
                        .post(at(code) + "/evidence/" + released + "/release", Map.of("visibility", "FUNDER")));
        var taken = calls.download("funder", "recommendations.zip?country=EC").body();
        var text = Workbooks.unpacked(taken);
        assertThat(text).contains("evidence.csv", released).doesNotContain(secret, "values.csv", "Yearbook", "wish");
        var csv =
                calls.download(TEAM, "recommendations.csv?addressee=" + office).body();
        assertThat(new String(csv, StandardCharsets.UTF_8)).doesNotContain("Yearbook");
    }
}
