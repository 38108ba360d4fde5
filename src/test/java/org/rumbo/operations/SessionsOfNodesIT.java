package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.testing.Pages;

/** Who has signed in stays so when the application starts anew, and on every node; what is too much is so on all together. */
class SessionsOfNodesIT {
    private static final int FEW = 30;
    private static final Map<String, String> LIMITS = Map.of(
            "RUMBO_LIMITS_VISITOR_REQUESTS", String.valueOf(FEW),
            "RUMBO_LIMITS_VISITOR_IN", "1h",
            "RUMBO_LIMITS_UPLOAD_REQUESTS", "2",
            "RUMBO_LIMITS_UPLOAD_IN", "1h");

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "rumbo.test.database", matches = "h2")
    void aRestartSignsNobodyOut() throws Exception {
        try (var rumbo = new RunningJar(folder, LIMITS)) {
            var pages = new Pages(rumbo.port());
            pages.signIn("coordinator.pe", "rumbo");
            var token = pages.token("/work");
            rumbo.kill();
            rumbo.start();

            assertThat(pages.get("/work").statusCode()).isEqualTo(200);
            assertThat(pages.post("/logout", Map.of("_csrf", token)).statusCode())
                    .as("a form that was open meanwhile")
                    .isEqualTo(302);
            assertThat(pages.get("/work").statusCode()).isEqualTo(302);

            pages.signIn("coordinator.pe", "rumbo");
            assertThat(visitorsServed(rumbo.port())).isBetween(1, FEW);
            assertThat(pages.get("/work").statusCode()).as("people beside them").isEqualTo(200);
            assertThat(uploads(rumbo)).isEqualTo(List.of(422, 422, 429));
        }
    }

    private static int visitorsServed(int... ports) {
        var visitors = Arrays.stream(ports).mapToObj(Pages::new).toList();
        for (var served = 0; served < 10 * FEW; served++) {
            var visitor = visitors.get(served % visitors.size());
            if (visitor.get("/accessibility").statusCode() == 429) {
                assertThat(visitor.get("/rumbo.css").statusCode()).isEqualTo(200);
                return served;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static List<Integer> uploads(RunningJar rumbo) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 3; i++) {
            statuses.add(rumbo.post(
                            "coordinator.pe",
                            "/recommendations/SPN-2019-PE-a/evidence",
                            "{\"type\":\"LAW\",\"strength\":\"A\",\"title\":\"\"}")
                    .statusCode());
        }
        return statuses;
    }

    @Test
    @EnabledIfSystemProperty(named = "rumbo.test.database", matches = "postgres")
    void oneNodeKnowsWhoSignedInOnTheOther() throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            var settings = new HashMap<>(LIMITS);
            settings.put("SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", "postgres"));
            settings.put("SPRING_DATASOURCE_USERNAME", "postgres");
            try (var one = new RunningJar(Files.createDirectory(folder.resolve("one")), settings);
                    var other = new RunningJar(Files.createDirectory(folder.resolve("other")), settings)) {
                var here = new Pages(one.port());
                here.signIn("coordinator.pe", "rumbo");
                var there = new Pages(other.port());
                there.cookies.putAll(here.cookies);
                assertThat(there.get("/work").statusCode()).isEqualTo(200);

                there.post("/logout", Map.of("_csrf", there.token("/work")));
                assertThat(here.get("/work").statusCode()).isEqualTo(302);
                assertThat(visitorsServed(one.port(), other.port())).isBetween(1, FEW);
            }
        }
    }
}
