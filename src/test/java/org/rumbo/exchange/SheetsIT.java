package org.rumbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.CountedStatements;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Sabotage;
import org.rumbo.testing.TimeMachine;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The way of a spreadsheet and back: what is taken away comes back unchanged, and what was changed in it is what changes. */
@RumboTest
class SheetsIT {
    private static final String TEAM = "coordinator.ec";
    private static final String RECS = "Recommendations";
    private static final String MARKERS = "Markers";
    private static final String ACTIONS = "Actions";

    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final SheetItems items;
    private final SheetCalls calls;
    private final SheetWork work;
    private final JdbcClient jdbc;
    private final Doctor doctor;
    private final CountedStatements statements;
    private final Sabotage sabotage;
    private final TimeMachine clock;

    SheetsIT(
            Api api,
            Journeys journeys,
            Records records,
            SheetWork work,
            JdbcClient jdbc,
            Doctor doctor,
            CountedStatements statements,
            Sabotage sabotage,
            TimeMachine clock,
            ApplicationContext application,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.items = new SheetItems(application);
        this.calls = new SheetCalls(api, environment);
        this.work = work;
        this.jdbc = jdbc;
        this.doctor = doctor;
        this.statements = statements;
        this.sabotage = sabotage;
        this.clock = clock;
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    // What is taken away

    private byte[] workbook(String login, String office) {
        var answer = calls.download(login, "recommendations.xlsx?addressee=" + office);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String office() {
        return SheetItems.office();
    }

    private List<String> some(int number, String office) {
        return items.some(number, office);
    }

    private void unchanged(int number) {
        var office = office();
        some(number, office);
        var before = records.digest();
        var file = workbook(TEAM, office);
        var uploaded = require(201, calls.upload(TEAM, "recs.xlsx", file)).json();
        assertThat(uploaded.path("rows")).as(uploaded.path("rows").toString()).isEmpty();
        assertThat(uploaded.path("unchanged").asInt()).isEqualTo(number);
        var zip =
                calls.download(TEAM, "recommendations.zip?addressee=" + office).body();
        var again = require(201, calls.upload(TEAM, "recs.zip", zip)).json();
        assertThat(again.path("rows")).as(again.path("rows").toString()).isEmpty();
        assertThat(again.path("unchanged").asInt()).isEqualTo(number);
        var after = records.digest();
        after.put("sheet_import", before.getOrDefault("sheet_import", 0L));
        after.put("SHEET_IMPORT", before.getOrDefault("SHEET_IMPORT", 0L));
        before.putIfAbsent("sheet_import", 0L);
        before.putIfAbsent("SHEET_IMPORT", 0L);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatIsTakenAwayComesBackUnchanged() {
        unchanged(36);
    }

    @Test
    void aBlockTakesTheSameStatementsHoweverManyItHolds() {
        var few = office();
        var many = office();
        some(3, few);
        some(12, many);
        workbook(TEAM, few);
        var ofFew = statements.during(() -> workbook(TEAM, few));
        var ofMany = statements.during(() -> workbook(TEAM, many));
        assertThat(ofMany).hasSameSizeAs(ofFew);
    }

    private Map<String, String> all(List<String> codes) {
        var all = new TreeMap<String, String>();
        for (var code : codes) {
            var item = api.as(TEAM).get(at(code)).json();
            for (var field : List.of("title", "summary", "addressee", "reading", "targetDate", "owner")) {
                all.put(code + " " + field, item.path(field).asString("null"));
            }
            var themes = new ArrayList<String>();
            item.path("themes").forEach(theme -> themes.add(theme.asString()));
            all.put(code + " themes", themes.isEmpty() ? "null" : String.join(",", themes));
        }
        return all;
    }

    // What comes back

    private JsonNode uploaded(String office, Consumer<XSSFWorkbook> edit) {
        return require(201, calls.upload(TEAM, "recs.xlsx", Workbooks.edited(workbook(TEAM, office), edit)))
                .json();
    }

    private static JsonNode only(JsonNode uploaded) {
        assertThat(uploaded.path("rows").size()).as(uploaded.toString()).isEqualTo(1);
        return uploaded.path("rows").get(0);
    }

    private static String rule(JsonNode row) {
        return row.path("problems").path(0).path("rule").asString("none");
    }

    @Test
    void aStateIsNotSetByASheet() {
        var office = office();
        var code = some(1, office).get(0);
        var row = only(uploaded(office, workbook -> Workbooks.type(workbook, RECS, code, "State", "Adopted")));
        assertThat(row.path("verdict").asString()).isEqualTo("PROBLEM");
        assertThat(rule(row)).isEqualTo("sheet-locked");
        assertThat(row.path("problems").path(0).path("cell").asString()).matches("[A-Z]+\\d+");
        assertThat(row.path("ticked").asBoolean()).isFalse();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsAskedAboutAndNotOverwritten() {
        var office = office();
        var codes = some(3, office);
        var file = workbook(TEAM, office);
        require(200, journeys.edit(codes.get(0), Map.of("reading", "Theirs")));
        require(200, journeys.edit(codes.get(1), Map.of("reading", "Theirs")));
        var mine = Workbooks.edited(file, workbook -> {
            Workbooks.type(workbook, RECS, codes.get(0), "Agreed reading", "Mine");
            Workbooks.type(workbook, RECS, codes.get(1), "Title", "Mine");
        });
        var uploaded = require(201, calls.upload(TEAM, "recs.xlsx", mine)).json();
        var verdicts = new LinkedHashMap<String, String>();
        uploaded.path("rows")
                .forEach(row -> verdicts.put(
                        row.path("code").asString(),
                        row.path("verdict").asString() + row.path("ticked").asBoolean()));
        // The other's cell and mine are two: both stay.
        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(codes.get(0), "CONFLICTfalse", codes.get(1), "CHANGEDtrue"));
        calls.applied(TEAM, uploaded.path("id").asString());
        assertThat(all(codes))
                .containsEntry(codes.get(0) + " reading", "Theirs")
                .containsEntry(codes.get(1) + " reading", "Theirs")
                .containsEntry(codes.get(1) + " title", "Mine");
    }

    @Test
    void theVersionIsLookedAtAgainWhenItIsDone() {
        var office = office();
        var codes = some(2, office);
        var uploaded = uploaded(office, workbook -> {
            Workbooks.type(workbook, RECS, codes.get(0), "Title", "Mine");
            Workbooks.type(workbook, RECS, codes.get(1), "Title", "Mine");
        });
        require(200, journeys.edit(codes.get(0), Map.of("title", "Theirs")));
        require(200, journeys.edit(codes.get(1), Map.of("reading", "Theirs")));
        var done = calls.applied(TEAM, uploaded.path("id").asString()).json();
        assertThat(done.path("rows").path(0).path("outcome").asString()).isEqualTo("problem.version-mismatch");
        assertThat(done.path("rows").path(1).path("outcome").asString()).isEqualTo("DONE");
        assertThat(all(codes))
                .containsEntry(codes.get(0) + " title", "Theirs")
                .containsEntry(codes.get(1) + " title", "Mine");
    }

    @Test
    void unknownCodesAndThoseOfOthersSayTheSame() {
        var office = office();
        var code = some(1, office).get(0);
        var another = journeys.proposed("PE");
        var answers = new ArrayList<String>();
        for (var named : List.of(another, "SPN-1999-PE-zz", "no code at all")) {
            var row = uploaded(office, workbook -> {
                        var added = Workbooks.added(workbook, RECS);
                        Workbooks.type(added, "Code", named);
                        Workbooks.type(added, "Title", "Mine");
                    })
                    .path("rows")
                    .path(0);
            answers.add(row.path("problems").toString());
            assertThat(row.path("changes")).isEmpty();
        }
        assertThat(answers.get(0)).contains("sheet-code-unknown").doesNotContain(code);
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.get(0)));
    }

    @Test
    void whatStandsThereTwiceIsAProblemBothTimes() {
        var office = office();
        var code = some(1, office).get(0);
        var uploaded = uploaded(office, workbook -> {
            Workbooks.type(workbook, RECS, code, "Title", "One");
            var added = Workbooks.added(workbook, RECS);
            Workbooks.type(added, "Code", code);
            Workbooks.type(added, "Title", "Another");
        });
        assertThat(uploaded.path("counts").path("PROBLEM").asInt()).isEqualTo(2);
        uploaded.path("rows").forEach(row -> assertThat(rule(row)).isEqualTo("sheet-duplicate"));
        assertThat(api.as(TEAM)
                        .post("/sheets/" + uploaded.path("id").asString() + "/apply", "{}")
                        .rules())
                .containsExactly("sheet-nothing-ticked");
    }

    @Test
    void rulesAreThoseOfTheForms() {
        var office = office();
        var codes = some(4, office);
        var uploaded = uploaded(office, workbook -> {
            Workbooks.type(workbook, RECS, codes.get(0), "Title", null);
            Workbooks.type(workbook, RECS, codes.get(1), "Title", "x".repeat(301));
            Workbooks.type(workbook, RECS, codes.get(2), "Responsible (login)", "coordinator.pe");
            Workbooks.cell(workbook, RECS, codes.get(3), "Title").setCellFormula("1+1");
        });
        var rules = new ArrayList<String>();
        uploaded.path("rows").forEach(row -> rules.add(rule(row)));
        assertThat(rules).containsExactly("title-required", "too-long", "owner-of-the-team", "FORMULA");
    }

    @Test
    void aNewRowIsAProposalAMarkerOrAnAction() {
        var office = office();
        var code = journeys.in("EC", State.UNDER_REVIEW);
        require(200, journeys.edit(code, Map.of("addressee", office)));
        var due = journeys.today().plusDays(30);
        var uploaded = uploaded(office, workbook -> {
            var proposal = Workbooks.added(workbook, RECS);
            Workbooks.type(proposal, "Title", "Propuesta " + office);
            Workbooks.type(proposal, "Summary", "Lo que debe hacerse");
            Workbooks.type(proposal, "Addressee", office);
            var marker = Workbooks.added(workbook, MARKERS);
            Workbooks.type(marker, "Code", code);
            Workbooks.type(marker, "Text", "Se publica el decreto");
            var action = Workbooks.added(workbook, ACTIONS);
            Workbooks.type(action, "Code", code);
            Workbooks.type(action, "Text", "Escribir al ministerio");
            Workbooks.type(action, "Responsible (login)", "member.ec");
            Workbooks.type(action, "Due", due);
        });
        assertThat(uploaded.path("counts").path("NEW").asInt())
                .as(uploaded.toString())
                .isEqualTo(3);
        var id = uploaded.path("id").asString();
        var done = calls.applied(TEAM, id).json();
        assertThat(done.path("done").asInt()).as(done.toString()).isEqualTo(3);
        var found = api.as(TEAM)
                .get("/recommendations?addressee=" + office + "&state=PROPOSED")
                .json();
        assertThat(found.path("items").path(0).path("title").asString()).isEqualTo("Propuesta " + office);
        assertThat(api.as(TEAM).get(at(code)).json().path("markers").toString()).contains("Se publica el decreto");
        var actions = api.as(TEAM).get(at(code) + "/team-actions").json().path("items");
        assertThat(actions.path(0).path("due").asString()).isEqualTo(due.toString());

        var back = calls.undone(TEAM, id).json();
        // Nothing but the action can be unmade, by a form or otherwise, and that is said.
        assertThat(back.path("undone").asInt()).isEqualTo(1);
        assertThat(back.path("rows").toString()).contains("exchange.undo.proposal", "exchange.undo.marker");
        assertThat(api.as(TEAM)
                        .get(at(code) + "/team-actions")
                        .json()
                        .path("items")
                        .path(0)
                        .path("cancelledOn")
                        .asString("null"))
                .isNotEqualTo("null");
    }

    @Test
    void markersAndActionsChangeAndComeBack() {
        var office = office();
        var code = journeys.in("EC", State.ADOPTED);
        require(200, journeys.edit(code, Map.of("addressee", office)));
        var marker = api.as(TEAM)
                .get(at(code))
                .json()
                .path("markers")
                .path(0)
                .path("id")
                .asString();
        var due = journeys.today().plusDays(20);
        var action = require(
                        201,
                        api.as(TEAM)
                                .post(
                                        at(code) + "/team-actions",
                                        Map.of("text", "Call", "owner", "member.ec", "due", due.toString())))
                .json()
                .path("id")
                .asString();
        var problem = uploaded(office, workbook -> Workbooks.type(workbook, MARKERS, marker, "Text", "Worded anew"));
        assertThat(rule(only(problem))).isEqualTo("reason-required");
        var uploaded = uploaded(office, workbook -> {
            Workbooks.type(workbook, MARKERS, marker, "Text", "Worded anew");
            Workbooks.type(workbook, MARKERS, marker, "Reason for the change", "It was unclear");
            Workbooks.type(workbook, MARKERS, marker, "Met", true);
            Workbooks.type(workbook, ACTIONS, action, "Due", due.plusDays(5));
            Workbooks.type(workbook, ACTIONS, action, "Reason for the change", "Holidays");
        });
        assertThat(uploaded.path("counts").path("CHANGED").asInt())
                .as(uploaded.toString())
                .isEqualTo(2);
        var id = uploaded.path("id").asString();
        assertThat(calls.applied(TEAM, id).json().path("done").asInt()).isEqualTo(2);
        var now = api.as(TEAM).get(at(code)).json().path("markers").path(0);
        assertThat(now.path("text").asString()).isEqualTo("Worded anew");
        assertThat(now.path("metOn").asString()).isEqualTo(journeys.today().toString());
        assertThat(calls.undone(TEAM, id).json().path("undone").asInt()).isEqualTo(2);
        var then = api.as(TEAM).get(at(code)).json().path("markers").path(0);
        assertThat(then.path("text").asString()).isEqualTo("A law is in the gazette");
        assertThat(then.path("met").asBoolean()).isFalse();
        assertThat(api.as(TEAM)
                        .get(at(code) + "/team-actions")
                        .json()
                        .path("items")
                        .path(0)
                        .path("due")
                        .asString())
                .isEqualTo(due.toString());
    }

    // Who, how often, for how long

    @Test
    void whatWasDoneIsTakenBackButNotWhatChangedSince() {
        var office = office();
        var codes = some(2, office);
        var before = all(codes);
        var uploaded = uploaded(
                office, workbook -> codes.forEach(code -> Workbooks.type(workbook, RECS, code, "Title", "Mine")));
        var id = uploaded.path("id").asString();
        calls.applied(TEAM, id);
        require(200, journeys.edit(codes.get(1), Map.of("reading", "Theirs")));
        var back = calls.undone(TEAM, id).json();
        assertThat(back.path("undone").asInt()).isEqualTo(1);
        assertThat(all(codes))
                .containsEntry(codes.get(0) + " title", before.get(codes.get(0) + " title"))
                .containsEntry(codes.get(1) + " title", "Mine");
        assertThat(back.path("rows").path(1).path("undoOutcome").asString()).isEqualTo("problem.version-mismatch");
    }

    @Test
    void takingBackIsOverAfterADay() {
        var office = office();
        var code = some(1, office).get(0);
        var uploaded = uploaded(office, workbook -> Workbooks.type(workbook, RECS, code, "Title", "Mine"));
        var id = uploaded.path("id").asString();
        calls.applied(TEAM, id);
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        assertThat(api.as(TEAM).post("/sheets/" + id + "/undo", "{}").problem()).isEqualTo("undo-over");
    }

    @Test
    void theSameSheetTwiceAtOnceChangesNothingTwice() {
        var office = office();
        var codes = some(10, office);
        var file = Workbooks.edited(
                workbook(TEAM, office),
                workbook -> codes.forEach(code -> Workbooks.type(workbook, RECS, code, "Title", "Mine " + code)));
        var one = require(201, calls.upload(TEAM, "a.xlsx", file))
                .json()
                .path("id")
                .asString();
        var two = require(201, calls.upload(TEAM, "b.xlsx", file))
                .json()
                .path("id")
                .asString();
        var before = edits(codes);
        var begun = api.as(TEAM).post("/sheets/" + one + "/apply", "{}");
        var other = new Thread(() -> work.work(UUID.fromString(one)));
        other.start();
        calls.applied(TEAM, two);
        calls.ended(TEAM, one, begun);
        assertThat(edits(codes)).isEqualTo(before + codes.size());
    }

    private long edits(List<String> codes) {
        return jdbc.sql("select count(*) from ledger_event where action = 'item.edit' and code in (:codes)")
                .param("codes", codes)
                .query(Long.class)
                .single();
    }

    @Test
    void whatACrashLeftIsDoneLaterAndOnce() {
        var office = office();
        var codes = some(5, office);
        var uploaded = uploaded(
                office, workbook -> codes.forEach(code -> Workbooks.type(workbook, RECS, code, "Title", "Mine")));
        var id = UUID.fromString(uploaded.path("id").asString());
        var before = edits(codes);
        // Another node began, and nobody has heard of it since.
        jdbc.sql("update sheet_import set status = 'APPLYING', leased_by = ?,"
                        + " leased_until = current_timestamp - interval '1' hour, worked_at = current_timestamp - interval '1' hour"
                        + " where id = ?")
                .params(UUID.randomUUID(), id)
                .update();
        assertThat(doctor.examine().findings()).anyMatch(line -> line.contains("spreadsheet import " + id));
        sabotage.failAfterEverybodyElse();
        work.work(id);
        assertThat(edits(codes)).isEqualTo(before + codes.size());
        assertThat(doctor.examine().findings()).noneMatch(line -> line.contains(id.toString()));
        work.work(id);
        assertThat(edits(codes)).isEqualTo(before + codes.size());
    }

    @Test
    void eachChangeCarriesTheImportAndTheImportIsAnEventAndANotice() {
        var office = office();
        var code = some(1, office).get(0);
        var uploaded = uploaded(office, workbook -> Workbooks.type(workbook, RECS, code, "Title", "Mine"));
        var id = uploaded.path("id").asString();
        calls.applied(TEAM, id);
        assertThat(records.payloads(code)).contains("\"req\":\"" + id + "\"");
        var event = jdbc.sql(
                        "select payload from ledger_event where action = 'sheet.import' order by seq desc fetch first 1 rows only")
                .query((row, number) -> new String(row.getBytes("payload"), StandardCharsets.UTF_8))
                .single();
        assertThat(event).contains(id, "\"done\":1", "\"country\":\"EC\"").doesNotContain("Mine");
        assertThat(jdbc.sql("select count(*) from notice where kind = 'SHEET_DONE' and subject = ?")
                        .param(UUID.fromString(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodySeesAnothersImportAndOnlyCoordinatorsBringBack() {
        var office = office();
        var code = some(1, office).get(0);
        var id = uploaded(office, workbook -> Workbooks.type(workbook, RECS, code, "Title", "Mine"))
                .path("id")
                .asString();
        assertThat(api.as("coordinator.pe").get("/sheets/" + id).status()).isEqualTo(404);
        assertThat(api.as("coordinator.pe")
                        .post("/sheets/" + id + "/apply", "{}")
                        .status())
                .isEqualTo(404);
        for (var login : List.of("member.ec", "director.a", "auditor", "funder", "admin", "evaluator.a")) {
            assertThat(calls.upload(login, "recs.xlsx", new byte[] {1}).status())
                    .as(login)
                    .isEqualTo(403);
        }
    }

    @Test
    void everybodyTakesAwayWhatSheReadsAndFundersWhatWasReleased() {
        var office = office();
        var code = journeys.proposed("EC");
        require(200, journeys.edit(code, Map.of("addressee", office, "title", "Secreto " + office)));
        var paper = some(1, office).get(0);
        for (var login : List.of(TEAM, "member.ec", "director.a", "auditor")) {
            assertThat(text(login, "recommendations.csv?q=" + office)).as(login).contains(code, paper, office);
        }
        assertThat(text("coordinator.pe", "recommendations.csv?q=" + office)).doesNotContain(code, paper);
        var funders = text("funder", "recommendations.csv?country=EC");
        assertThat(funders)
                .contains(paper)
                .doesNotContain(code, office, "Secreto")
                .doesNotContain("owner", "version");
        assertThat(calls.download("admin", "recommendations.csv").statusCode()).isEqualTo(403);
        assertThat(calls.download("evaluator.a", "recommendations.csv").statusCode())
                .isEqualTo(403);
    }

    private String text(String login, String file) {
        var answer = calls.download(login, file);
        assertThat(answer.statusCode()).as(login).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
