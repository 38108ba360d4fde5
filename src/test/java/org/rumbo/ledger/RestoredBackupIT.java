package org.rumbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.Rumbo;
import org.rumbo.ledger.proof.Checkpoint;
import org.rumbo.ledger.proof.SignedNote;
import org.rumbo.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An older backup is brought back: sealing stops, everything else works, and a new origin is the way on. */
class RestoredBackupIT {
    @TempDir
    private Path folder;

    private @Nullable EmbeddedPostgres postgres;

    @AfterEach
    void end() throws IOException {
        DateTimeUtils.setCurrentMillisSystem();
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void isSealedOnlyUnderANewOrigin() throws Exception {
        Checkpoint published;
        try (var rumbo = start()) {
            happens(rumbo);
            rumbo.getBean(Sealing.class).seal();
        }
        backUp();
        try (var rumbo = start()) {
            happens(rumbo);
            rumbo.getBean(Sealing.class).seal();
            published = newest(rumbo);
        }
        restore();
        try (var rumbo = start()) {
            refuses(rumbo);
            assertThat(newest(rumbo).size()).isLessThan(published.size());
            // However many events it takes until the older one is as large again.
            for (var more = 0; more < 10; more++) {
                happens(rumbo);
            }
            refuses(rumbo);

            var begun = rumbo.getBean(NewOrigin.class).begin(NewOrigin.Reason.RESTORED);
            assertThat(begun.lost()).isEqualTo(published);
            assertThat(begun.origin()).isNotEqualTo(published.origin()).endsWith("/2");
            goesOn(rumbo, published);
        }
        try (var rumbo = start()) {
            happens(rumbo);
            goesOn(rumbo, published);
        }
    }

    private static void refuses(ConfigurableApplicationContext rumbo) {
        assertThatThrownBy(() -> rumbo.getBean(Sealing.class).seal())
                .isInstanceOf(SealingStopped.class)
                .hasMessageContaining("an older backup was restored");
        rumbo.getBean(Sealing.class).turn();
        assertThat(rumbo.getBean(Sealing.class).problem())
                .map(SealingProblem::kind)
                .contains(SealingProblem.Kind.HEAD_AHEAD);
    }

    private static void goesOn(ConfigurableApplicationContext rumbo, Checkpoint lost) {
        rumbo.getBean(Sealing.class).seal();
        assertThat(newest(rumbo).origin()).isNotEqualTo(lost.origin());
        var seals = rumbo.getBean(SealCheck.class).examine();
        assertThat(seals.findings()).isEmpty();
        assertThat(seals.waiting()).isZero();
        var first = rumbo.getBean(JdbcClient.class)
                .sql("select e.payload from ledger_event e join ledger_leaf l on l.event_seq = e.seq"
                        + " where l.log_id = 2 and l.leaf_index = 0")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .single();
        assertThat(first)
                .contains(
                        "\"log.origin\"",
                        "\"before\":\"" + lost.origin() + "\"",
                        "\"root\":\"" + lost.root() + "\"",
                        "\"size\":" + lost.size(),
                        "\"reason\":\"RESTORED\"");
    }

    private static Checkpoint newest(ConfigurableApplicationContext rumbo) {
        var note = rumbo.getBean(LedgerProofs.class).newest().orElseThrow().note();
        return Checkpoint.parse(SignedNote.textOf(note));
    }

    private static void happens(ConfigurableApplicationContext rumbo) {
        rumbo.getBean(TransactionTemplate.class).executeWithoutResult(status -> rumbo.getBean(Ledger.class)
                .record("log.heartbeat", null, java.util.Map.of("size", 1)));
    }

    private ConfigurableApplicationContext start() throws IOException {
        if (TestDatabase.isPostgres() && postgres == null) {
            postgres = EmbeddedPostgres.start();
            run("create database rumbo");
        }
        var server = postgres;
        return new SpringApplicationBuilder(Rumbo.class)
                .profiles("dev")
                .run(
                        "--server.port=-1",
                        "--rumbo.serving=false",
                        "--rumbo.jobs.enabled=false",
                        "--rumbo.data=" + folder.resolve("data"),
                        "--spring.datasource.url="
                                + (server == null
                                        ? "jdbc:h2:file:" + folder.resolve("database/rumbo") + ";DB_CLOSE_ON_EXIT=FALSE"
                                        : server.getJdbcUrl("postgres", "rumbo")),
                        "--spring.datasource.username=" + (server == null ? "rumbo" : "postgres"),
                        "--spring.datasource.password=");
    }

    private void backUp() throws IOException {
        if (postgres == null) {
            Files.copy(folder.resolve("database/rumbo.mv.db"), folder.resolve("backup"));
        } else {
            run("create database backup template rumbo");
        }
    }

    private void restore() throws IOException {
        if (postgres == null) {
            Files.copy(
                    folder.resolve("backup"),
                    folder.resolve("database/rumbo.mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
        } else {
            run("drop database rumbo", "create database rumbo template backup");
        }
    }

    private void run(String... statements) throws IOException {
        try (var connection =
                        Objects.requireNonNull(postgres).getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
