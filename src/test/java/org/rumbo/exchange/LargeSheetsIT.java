package org.rumbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Api;
import org.rumbo.testing.RumboTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Five thousand recommendations with all that belongs to them: nothing of it changes on its way, and 500 edits are those 500. */
@RumboTest
@Tag("exhaustive")
class LargeSheetsIT {
    private static final String TEAM = "coordinator.ec";
    private static final int MANY = 5000;
    private static final int EDITED = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SheetItems items;
    private final SheetCalls calls;
    private final JdbcClient jdbc;

    LargeSheetsIT(Api api, ApplicationContext application, Environment environment, JdbcClient jdbc) {
        this.items = new SheetItems(application);
        this.calls = new SheetCalls(api, environment);
        this.jdbc = jdbc;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        var before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        pools.forEach(pool -> pool.resetPeakUsage());
        var begun = System.nanoTime();
        var result = work.get();
        var seconds = (System.nanoTime() - begun) / 1e9;
        var peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.gc();
        var after = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        System.out.printf(
                "LargeSheetsIT %s: %.1f s, heap before %d MB, at most %d MB, after %d MB%n",
                what, seconds, before >> 20, peak >> 20, after >> 20);
        return result;
    }

    /** Every row of what sheets can change, as one sum each. */
    private Map<String, Object> stands() {
        return jdbc.sql("select (select count(*) from ledger_event) as events,"
                        + " (select sum(version) from recommendation) as versions,"
                        + " (select sum(version) from team_action) as actions,"
                        + " (select count(*) from marker) as markers,"
                        + " (select count(*) from indicator_value) as counts,"
                        + " (select count(*) from evidence) as documents,"
                        + " (select count(*) from notice) as notices,"
                        + " (select max(updated_at) from recommendation_listing) as news")
                .query()
                .singleRow();
    }

    private JsonNode brought(String name, byte[] file) {
        var answer = require(201, calls.upload(TEAM, name, file)).json();
        assertThat(answer.path("rows").path(0).toString()).isEqualTo("");
        return answer;
    }

    @Test
    void fiveThousandComeBackUnchangedAndFiveHundredEditsAreDoneAndTakenBack() {
        var office = SheetItems.office();
        var codes = timed("making them", () -> items.whole(MANY, office));
        var query = "?addressee=" + office;
        var before = stands();
        var file = timed("export as workbook", () -> calls.download(TEAM, "recommendations.xlsx" + query)
                .body());
        var zip = timed("export as CSV files", () -> calls.download(TEAM, "recommendations.zip" + query)
                .body());
        System.out.printf("LargeSheetsIT workbook %d kB, CSV files %d kB%n", file.length >> 10, zip.length >> 10);
        var rows = MANY + 2 * (MANY / SheetItems.EVERY) + 2 * (MANY / SheetItems.UNDER_REVIEW);
        for (var taken : List.of(file, zip)) {
            var isZip = taken == zip;
            var back = timed("preview", () -> brought(isZip ? "recs.zip" : "recs.xlsx", taken));
            assertThat(back.path("unchanged").asInt()).isEqualTo(rows);
            assertThat(back.path("counts")).isEmpty();
        }
        assertThat(stands()).isEqualTo(before);
        var cells = Workbooks.cells(file);
        assertThat(Workbooks.cells(
                        calls.download(TEAM, "recommendations.xlsx" + query).body()))
                .isEqualTo(cells);

        var edited = timed(
                "editing",
                () -> Workbooks.edited(file, workbook -> {
                    var sheet = workbook.getSheet("Recommendations");
                    var head = Workbooks.head(sheet);
                    for (var n = 0; n < EDITED; n++) {
                        Workbooks.type(
                                sheet.getRow(head.getRowNum() + 1 + n * (MANY / EDITED)), "Title", "Edited " + n);
                    }
                }));
        var uploaded = timed("preview of edits", () -> require(201, calls.upload(TEAM, "recs.xlsx", edited))
                .json());
        assertThat(uploaded.path("counts").path("CHANGED").asInt()).isEqualTo(EDITED);
        assertThat(uploaded.path("unchanged").asInt()).isEqualTo(rows - EDITED);
        var id = uploaded.path("id").asString();
        var done = timed(
                "applying 500 edits", () -> calls.applied(TEAM, id, PATIENCE).json());
        assertThat(done.path("done").asInt()).isEqualTo(EDITED);
        var after = Workbooks.cells(
                calls.download(TEAM, "recommendations.xlsx" + query).body());
        assertThat(Workbooks.differences(cells, after)).hasSize(EDITED).allSatisfy((cell, value) -> assertThat(cell)
                .startsWith("Recommendations ")
                .endsWith(" Title"));
        var undone =
                timed("taking them back", () -> calls.undone(TEAM, id, PATIENCE).json());
        assertThat(undone.path("undone").asInt()).isEqualTo(EDITED);
        var last = Workbooks.cells(
                calls.download(TEAM, "recommendations.xlsx" + query).body());
        assertThat(Workbooks.differences(cells, last)).isEmpty();
        assertThat(codes).hasSize(MANY);
    }
}
