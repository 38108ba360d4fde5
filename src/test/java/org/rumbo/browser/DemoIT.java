package org.rumbo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration has two years behind it that agree with themselves, says that it is one, and is made only once. */
class DemoIT {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void playsTwoYearsThatAgreeWithThemselves() throws Exception {
        var rumbo = DemoServer.shared();

        showsTheNetwork(rumbo);
        assertThat(rumbo.command("doctor")).contains("60 recommendations", " 0 findings");
    }

    @Test
    void playsThemOnce() throws Exception {
        String first;
        try (var rumbo = DemoServer.in(folder)) {
            first = showsTheNetwork(rumbo);
        }
        try (var again = DemoServer.in(folder)) {
            assertThat(showsTheNetwork(again)).isEqualTo(first);
        }
    }

    /** Tells what must be the same after another start. */
    private static String showsTheNetwork(DemoServer rumbo) throws Exception {
        var summary = JSON.readTree(rumbo.tell("director.a", "/summary"));
        assertThat(summary.path("total").asInt()).isEqualTo(60);
        assertThat(summary.path("byState")).hasSize(6).allMatch(count -> count.asInt() > 3);
        assertThat(summary.path("countries"))
                .extracting(country -> country.path("country").asString())
                .containsExactly("XA", "XB", "XC", "XD", "XE", "XF");
        assertThat(total(rumbo, "overdue=true")).isPositive();
        assertThat(total(rumbo, "stale=true")).isPositive();
        var reports = JSON.readTree(rumbo.tell("funder", "/reports")).path("items");
        assertThat(reports.size()).isGreaterThanOrEqualTo(3);
        saysThatItIsInvented(rumbo, reports.get(0).path("id").asString());
        return summary.path("byState") + " " + reports;
    }

    private static int total(DemoServer rumbo, String question) throws Exception {
        return JSON.readTree(rumbo.tell("director.a", "/recommendations?limit=1&" + question))
                .path("total")
                .asInt();
    }

    private static void saysThatItIsInvented(DemoServer rumbo, String report) throws Exception {
        assertThat(rumbo.get("/login?lang=en").body()).contains("Demonstration data");
        assertThat(rumbo.get("/login", "X-Forwarded-For", "192.0.2.1").statusCode())
                .isEqualTo(403);
        JsonNode data = JSON.readTree(rumbo.tell("funder", "/reports/" + report + ".json"));
        assertThat(data.path("demonstration").asBoolean()).isTrue();
        assertThat(rumbo.tell("funder", "/reports/" + report + ".csv")).contains(",demonstration\r\n", ",true\r\n");
        assertThat(rumbo.tell("funder", "/reports/" + report + ".html")).contains("class=\"preview\"");
    }
}
