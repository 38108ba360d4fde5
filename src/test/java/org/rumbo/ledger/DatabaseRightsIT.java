package org.rumbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.Rumbo;
import org.rumbo.operations.Doctor;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.TestWorld;
import org.rumbo.testing.Visitor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With the users of {@code config/postgresql/roles.sql} the server does its work and cannot change what the ledger says. */
@EnabledIfSystemProperty(named = "rumbo.test.database", matches = "postgres")
class DatabaseRightsIT {
    private static final List<String> REFUSED = List.of(
            "update ledger_event set action = 'item.edit'",
            "delete from ledger_event",
            "truncate ledger_event cascade",
            "insert into ledger_event (seq, event_id, payload, recorded_at, action, audience) overriding system value"
                    + " values (1000000, gen_random_uuid(), '\\x7b7d', now(), 'x', 'FULL')",
            "insert into ledger_event (event_id, payload, recorded_at, action, audience, db_at)"
                    + " values (gen_random_uuid(), '\\x7b7d', now(), 'x', 'FULL', now())",
            "select * from ledger_event for update",
            "update ledger_leaf set leaf_hash = leaf_hash",
            "delete from ledger_leaf",
            "update ledger_root set root = root",
            "delete from ledger_checkpoint",
            "update ledger_opening set content = 'x'",
            "delete from ledger_opening",
            "delete from ledger_pseudonym",
            "delete from ledger_log",
            "delete from ledger_key",
            "delete from flyway_schema_history",
            "alter table ledger_event disable trigger all",
            "drop table ledger_leaf",
            "create table mine (id int)",
            "set session_replication_role = replica",
            "set role rumbo_owner");

    @TempDir
    private Path folder;

    @Test
    void theServerCannotChangeWhatTheLedgerSays() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            try (var superuser = postgres.getPostgresDatabase().getConnection();
                    var statement = superuser.createStatement()) {
                statement.execute(Files.readString(Path.of("config/postgresql/roles.sql")));
            }
            var url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
            try (var rumbo = new SpringApplicationBuilder(TestWorld.class, Rumbo.class)
                    .profiles("dev")
                    .run(
                            "--server.port=0",
                            "--rumbo.serving=true",
                            "--rumbo.jobs.enabled=false",
                            "--rumbo.data=" + folder,
                            "--rumbo.ledger.clock-alarm=false",
                            "--spring.datasource.url=" + url,
                            "--spring.datasource.username=rumbo_rw",
                            "--spring.datasource.password=",
                            "--spring.flyway.user=rumbo_owner",
                            "--spring.flyway.password=")) {
                var user = rumbo.getBean(JdbcClient.class)
                        .sql("select current_user")
                        .query(String.class)
                        .single();
                assertThat(user).isEqualTo("rumbo_rw");
                var code = rumbo.getBean(Journeys.class).proposed("EC");
                assertThat(rumbo.getBean(Api.class)
                                .as("coordinator.ec")
                                .get(Journeys.at(code))
                                .status())
                        .isEqualTo(200);
                twoPeopleErase(rumbo, code);
                rumbo.getBean(Sealing.class).seal();
                rumbo.getBean(SealingKeys.class).rotate();
                rumbo.getBean(Sealing.class).seal();
                for (var statement : REFUSED) {
                    assertThatThrownBy(() -> run(url, statement))
                            .as(statement)
                            .isInstanceOf(SQLException.class)
                            .hasMessageMatching("(?s)ERROR: (permission denied|must be owner|cannot insert).*");
                }
                assertThat(rumbo.getBean(Doctor.class).examine().findings()).isEmpty();
                assertThat(rumbo.getBean(SealCheck.class).examine().findings()).isEmpty();
            }
        }
    }

    /** What an event of the same transaction names may go, and nothing else. */
    private static void twoPeopleErase(ConfigurableApplicationContext rumbo, String code) {
        Journeys.require(
                200,
                rumbo.getBean(Api.class)
                        .as("coordinator.ec")
                        .post(Journeys.action(code, "comment"), Map.of("text", "She is ill", "visibility", "NETWORK")));
        var jdbc = rumbo.getBean(JdbcClient.class);
        var seq = jdbc.sql("select seq from ledger_event where action = 'comment.add'")
                .query(Long.class)
                .single();
        Visitor.signedIn(rumbo.getEnvironment(), "admin")
                .post("/admin/audit/" + seq + "/erasure", Map.of("field", "comment", "reason", "HARM"));
        var asked = jdbc.sql("select id from ledger_erasure").query(UUID.class).single();
        var done = Visitor.signedIn(rumbo.getEnvironment(), "auditor")
                .post("/admin/erasures/" + asked + "/confirmation", Map.of());
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from ledger_opening where content = 'She is ill'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void run(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "rumbo_rw", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
