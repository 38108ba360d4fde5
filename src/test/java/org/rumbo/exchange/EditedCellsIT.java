package org.rumbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Random cells of all sheets are edited: the preview shows exactly these, and afterwards exactly these have changed. */
@RumboTest
class EditedCellsIT {
    private static final String TEAM = "coordinator.ec";
    private static final List<String> SHEETS = List.of("Recommendations", "Markers", "Actions", "Counts", "Evidence");

    private final Records records;
    private final Journeys journeys;
    private final SheetLayouts layouts;
    private final SheetItems items;
    private final SheetCalls calls;

    EditedCellsIT(
            Api api,
            Records records,
            Journeys journeys,
            SheetLayouts layouts,
            ApplicationContext application,
            Environment environment) {
        this.records = records;
        this.journeys = journeys;
        this.layouts = layouts;
        this.items = new SheetItems(application);
        this.calls = new SheetCalls(api, environment);
    }

    @Test
    void exactlyWhatWasEditedIsWhatChanges() {
        edited(6, 3, 8);
    }

    @RepeatedTest(5)
    @Tag("exhaustive")
    void soItIsWithMany() {
        edited(60, 9, 150);
    }

    private void edited(int number, int whole, int edits) {
        var seed = Long.getLong("rumbo.test.seed", System.nanoTime());
        System.out.println("EditedCellsIT seed " + seed);
        var random = new Random(seed);
        var office = SheetItems.office();
        items.some(number, office);
        items.whole(whole, office, 1, 1);
        var file = workbook(office);
        var before = Workbooks.cells(file);
        var previewed = new TreeSet<String>();
        var expected = new TreeMap<String, String>();
        var rows = new TreeSet<String>();
        var mine = Workbooks.edited(file, workbook -> {
            // Every kind of edit once, and then what chance will have.
            for (var kind : SheetKind.values()) {
                for (var way = 0; way < ways(kind); way++) {
                    edit(workbook, kind, way, random, previewed, expected, rows);
                }
            }
            for (var n = 0; n < edits; n++) {
                var kind = SheetKind.values()[random.nextInt(SheetKind.values().length)];
                edit(workbook, kind, random.nextInt(ways(kind)), random, previewed, expected, rows);
            }
        });
        var uploaded = require(201, calls.upload(TEAM, "recs.xlsx", mine)).json();
        assertThat(changes(uploaded)).isEqualTo(previewed);
        assertThat(uploaded.path("counts").propertyNames()).containsExactly("CHANGED");

        var events = records.events();
        var id = uploaded.path("id").asString();
        var done = calls.applied(TEAM, id).json();
        assertThat(done.path("done").asInt()).as(done.toString()).isEqualTo(rows.size());
        assertThat(records.events()).isEqualTo(events + rows.size() + 1);
        assertThat(Workbooks.differences(before, Workbooks.cells(workbook(office))))
                .isEqualTo(expected);

        // A marker's row is told back too; what stands there afterwards is what stood there before.
        assertThat(calls.undone(TEAM, id).json().path("undone").asInt()).isEqualTo(rows.size());
        assertThat(Workbooks.differences(before, Workbooks.cells(workbook(office))))
                .isEmpty();
    }

    private byte[] workbook(String office) {
        return calls.download(TEAM, "recommendations.xlsx?q=" + office).body();
    }

    /** By sheet, row and column, as the labels have it. */
    private TreeSet<String> changes(JsonNode uploaded) {
        var changes = new TreeSet<String>();
        for (var row : uploaded.path("rows")) {
            var kind = SheetKind.valueOf(row.path("sheet").asString());
            for (var change : row.path("changes")) {
                changes.add(kind + " " + row.path("number").asInt() + " "
                        + layouts.label(kind, change.path("field").asString(), Locale.ENGLISH));
            }
        }
        return changes;
    }

    private void edit(
            XSSFWorkbook workbook,
            SheetKind kind,
            int way,
            Random random,
            TreeSet<String> previewed,
            Map<String, String> expected,
            TreeSet<String> rows) {
        var sheet = workbook.getSheet(SHEETS.get(kind.ordinal()));
        var head = Workbooks.head(sheet).getRowNum();
        var row = sheet.getRow(head + 1 + random.nextInt(sheet.getLastRowNum() - head));
        var key = sheet.getSheetName() + " " + Workbooks.key(row) + " ";
        for (var edit : edits(kind, way, random)) {
            Workbooks.type(row, edit.column(), edit.typed());
            if (!edit.column().equals("Reason for the change")) {
                expected.put(key + edit.column(), edit.shown());
                previewed.add(kind + " " + (row.getRowNum() + 1) + " " + edit.column());
            }
        }
        assume(kind, row, key, previewed, expected);
        rows.add(kind + " " + row.getRowNum());
    }

    /** Whoever says that something is met says that it was met today. */
    private void assume(SheetKind kind, Row row, String key, TreeSet<String> previewed, Map<String, String> expected) {
        if (kind == SheetKind.MARKERS && expected.containsKey(key + "Met")) {
            expected.put(key + "Met on", journeys.today().toString());
            previewed.add(kind + " " + (row.getRowNum() + 1) + " Met on");
        }
    }

    /** What is typed, and what a download shows of it afterwards. */
    private record Edit(String column, Object typed, String shown) {
        static Edit of(String column, String word) {
            return new Edit(column, word, word);
        }

        static Edit of(String column, LocalDate day) {
            return new Edit(column, day, day.toString());
        }
    }

    private static int ways(SheetKind kind) {
        return switch (kind) {
            case RECOMMENDATIONS -> 5;
            case MARKERS, ACTIONS -> 2;
            case VALUES -> 3;
            case EVIDENCE -> 1;
        };
    }

    private List<Edit> edits(SheetKind kind, int way, Random random) {
        var word = "word " + random.nextInt(1_000_000);
        var future = journeys.today().plusDays(100 + random.nextInt(900));
        var past = journeys.today().minusDays(1 + random.nextInt(300));
        var reason = Edit.of("Reason for the change", "Because of " + word);
        var edits = new ArrayList<Edit>();
        switch (kind) {
            case RECOMMENDATIONS ->
                edits.add(
                        switch (way) {
                            case 0 -> Edit.of("Title", word);
                            case 1 -> Edit.of("Summary", word);
                            case 2 -> new Edit("Agreed reading", "=" + word, "=" + word);
                            case 3 -> Edit.of("Target date", future);
                            default -> Edit.of("Responsible (login)", "member.ec");
                        });
            case MARKERS -> edits.add(way == 0 ? Edit.of("Text", word) : new Edit("Met", true, "yes"));
            case ACTIONS -> {
                edits.add(way == 0 ? Edit.of("Text", word) : Edit.of("Due", future));
                edits.add(reason);
            }
            case VALUES -> {
                edits.add(
                        switch (way) {
                            case 0 -> Edit.of("Where it can be read", word);
                            case 1 -> Edit.of("Counted on", past);
                            default -> {
                                var amount = String.valueOf(1000 + random.nextInt(1_000_000));
                                yield new Edit("Count", Integer.valueOf(amount), amount);
                            }
                        });
                edits.add(reason);
            }
            case EVIDENCE -> edits.add(Edit.of("Page gone since", past));
        }
        return edits;
    }
}
