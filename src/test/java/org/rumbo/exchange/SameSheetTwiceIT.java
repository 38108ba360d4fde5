package org.rumbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two who bring the same sheet at once, and one who presses twice: each thing happens once, and the second is told. */
@RumboTest
class SameSheetTwiceIT {
    private static final String TEAM = "coordinator.ec";
    private static final String OTHER = "second.ec";
    private static final int ROWS = 6;

    private final Api api;
    private final Journeys journeys;
    private final PlayedDirectory directory;
    private final SheetWork work;
    private final SheetItems items;
    private final SheetCalls calls;
    private final JdbcClient jdbc;
    private String office = "";
    private List<String> codes = List.of();

    SameSheetTwiceIT(
            Api api,
            Journeys journeys,
            PlayedDirectory directory,
            SheetWork work,
            ApplicationContext application,
            Environment environment,
            JdbcClient jdbc) {
        this.api = api;
        this.journeys = journeys;
        this.directory = directory;
        this.work = work;
        this.items = new SheetItems(application);
        this.calls = new SheetCalls(api, environment);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void twoOfOneTeam() {
        directory.play(OTHER, PlayedDirectory.team(Role.COORDINATOR, new CountryCode("EC")));
        office = SheetItems.office();
        codes = items.some(ROWS, office);
    }

    private byte[] workbook() {
        return calls.download(TEAM, "recommendations.xlsx?addressee=" + office).body();
    }

    private String uploaded(String login, byte[] file) {
        return require(201, calls.upload(login, "recs.xlsx", file))
                .json()
                .path("id")
                .asString();
    }

    /** As if two nodes had begun at the same moment. */
    private void bothAtOnce(String one, String two) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = new ArrayList<Thread>();
        for (var id : List.of(one, two)) {
            // The application's own worker would do one after the other.
            jdbc.sql("update sheet_import set status = 'APPLYING', worked_at = current_timestamp where id = ?")
                    .param(UUID.fromString(id))
                    .update();
        }
        for (var id : List.of(one, two)) {
            var thread = new Thread(() -> {
                try {
                    start.await();
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
                work.work(UUID.fromString(id));
            });
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join(60_000);
        }
    }

    private List<String> outcomes(String login, String id) {
        var outcomes = new ArrayList<String>();
        require(200, api.as(login).get("/sheets/" + id))
                .json()
                .path("rows")
                .forEach(row -> outcomes.add(row.path("outcome").asString("none")));
        return outcomes;
    }

    private long edits() {
        return jdbc.sql("select count(*) from ledger_event where action = 'item.edit' and code in (:codes)")
                .param("codes", codes)
                .query(Long.class)
                .single();
    }

    @Test
    void ofTwoWhoChangeTheSameCellsOneIsToldOfAConflict() throws Exception {
        var file = workbook();
        var mine = Workbooks.edited(
                file,
                workbook -> codes.forEach(
                        code -> Workbooks.type(workbook, "Recommendations", code, "Title", "Mine " + code)));
        var hers = Workbooks.edited(
                file,
                workbook -> codes.forEach(
                        code -> Workbooks.type(workbook, "Recommendations", code, "Title", "Hers " + code)));
        var one = uploaded(TEAM, mine);
        var two = uploaded(OTHER, hers);
        var before = edits();
        bothAtOnce(one, two);
        assertThat(edits()).isEqualTo(before + ROWS);
        var first = outcomes(TEAM, one);
        var second = outcomes(OTHER, two);
        for (var at = 0; at < ROWS; at++) {
            assertThat(List.of(first.get(at), second.get(at)))
                    .containsExactlyInAnyOrder("DONE", "problem.version-mismatch");
            var title = api.as(TEAM).get(at(codes.get(at))).json().path("title").asString();
            assertThat(title).isEqualTo((first.get(at).equals("DONE") ? "Mine " : "Hers ") + codes.get(at));
        }
        // Looked at anew, the other's are conflicts, which nobody ticks for her.
        var again = require(201, calls.upload(TEAM, "recs.xlsx", mine)).json();
        again.path("rows").forEach(row -> {
            assertThat(row.path("verdict").asString()).isEqualTo("CONFLICT");
            assertThat(row.path("ticked").asBoolean()).isFalse();
        });
    }

    @Test
    void whatTwoAddAtOnceIsThereOnce() throws Exception {
        var code = journeys.in("EC", State.UNDER_REVIEW);
        require(200, journeys.edit(code, Map.of("addressee", office)));
        journeys.counted(code, "Offices", "Yearbook");
        var title = "Propuesta " + office;
        var file = Workbooks.edited(workbook(), workbook -> {
            var proposal = Workbooks.added(workbook, "Recommendations");
            Workbooks.type(proposal, "Title", title);
            Workbooks.type(proposal, "Summary", "Lo que debe hacerse");
            Workbooks.type(proposal, "Addressee", office);
            var marker = Workbooks.added(workbook, "Markers");
            Workbooks.type(marker, "Code", code);
            Workbooks.type(marker, "Text", "Se publica");
            var action = Workbooks.added(workbook, "Actions");
            Workbooks.type(action, "Code", code);
            Workbooks.type(action, "Text", "Escribir");
            Workbooks.type(action, "Responsible (login)", "member.ec");
            Workbooks.type(action, "Due", journeys.today().plusDays(9));
            var count = Workbooks.added(workbook, "Counts");
            Workbooks.type(count, "Code", code);
            Workbooks.type(count, "Indicator", "Offices");
            Workbooks.type(count, "Counted on", journeys.today());
            Workbooks.type(count, "Count", 9);
            Workbooks.type(count, "Where it can be read", "Gazette");
            var document = Workbooks.added(workbook, "Evidence");
            Workbooks.type(document, "Code", code);
            Workbooks.type(document, "Title", "A note");
            Workbooks.type(document, "Kind of document", "Note");
            Workbooks.type(document, "Strength as proof", "Own observation");
        });
        var one = uploaded(TEAM, file);
        var two = uploaded(OTHER, file);
        bothAtOnce(one, two);
        var first = outcomes(TEAM, one);
        var second = outcomes(OTHER, two);
        assertThat(first).hasSize(5);
        for (var at = 0; at < 5; at++) {
            assertThat(List.of(first.get(at), second.get(at)))
                    .as("row " + at)
                    .containsExactlyInAnyOrder(ImportRow.DONE, ImportRow.SAME);
        }
        var item = api.as(TEAM).get(at(code)).json();
        assertThat(item.path("markers").size()).isEqualTo(2);
        assertThat(item.path("evidence").size()).isEqualTo(1);
        assertThat(api.as(TEAM)
                        .get(at(code) + "/team-actions")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.as(TEAM)
                        .get(at(code) + "/indicators")
                        .json()
                        .at("/items/0/values")
                        .size())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from recommendation where title_es = ?")
                        .param(title)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoeverPressesTwiceDoesItOnce() throws Exception {
        var id = uploaded(
                TEAM,
                Workbooks.edited(
                        workbook(),
                        workbook -> codes.forEach(
                                code -> Workbooks.type(workbook, "Recommendations", code, "Title", "Mine " + code))));
        var before = edits();
        var pressed = new ArrayList<Thread>();
        for (var n = 0; n < 2; n++) {
            var thread = new Thread(() -> require(200, api.as(TEAM).post("/sheets/" + id + "/apply", "{}")));
            thread.start();
            pressed.add(thread);
        }
        for (var thread : pressed) {
            thread.join(60_000);
        }
        assertThat(calls.applied(TEAM, id).json().path("done").asInt()).isEqualTo(ROWS);
        assertThat(edits()).isEqualTo(before + ROWS);
        assertThat(jdbc.sql("select count(*) from notice where kind = 'SHEET_DONE' and subject = ?")
                        .param(UUID.fromString(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
