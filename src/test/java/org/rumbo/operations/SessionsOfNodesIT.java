package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.testing.Pages;

/** Who has signed in stays so when the application starts anew, and on every node. */
class SessionsOfNodesIT {
    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "rumbo.test.database", matches = "h2")
    void aRestartSignsNobodyOut() throws Exception {
        try (var rumbo = new RunningJar(folder, Map.of())) {
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
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "rumbo.test.database", matches = "postgres")
    void oneNodeKnowsWhoSignedInOnTheOther() throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            var settings = Map.of(
                    "SPRING_DATASOURCE_URL",
                    server.getJdbcUrl("postgres", "postgres"),
                    "SPRING_DATASOURCE_USERNAME",
                    "postgres");
            try (var one = new RunningJar(Files.createDirectory(folder.resolve("one")), settings);
                    var other = new RunningJar(Files.createDirectory(folder.resolve("other")), settings)) {
                var here = new Pages(one.port());
                here.signIn("coordinator.pe", "rumbo");
                var there = new Pages(other.port());
                there.cookies.putAll(here.cookies);
                assertThat(there.get("/work").statusCode()).isEqualTo(200);

                there.post("/logout", Map.of("_csrf", there.token("/work")));
                assertThat(here.get("/work").statusCode()).isEqualTo(302);
            }
        }
    }
}
