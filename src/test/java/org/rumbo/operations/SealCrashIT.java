package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nodes write and seal while PostgreSQL is killed and one of them is stopped for a while: what was acknowledged is stored,
 * what is stored is sealed, once each and in each item's order.
 */
@EnabledIfSystemProperty(named = "rumbo.test.database", matches = "postgres")
class SealCrashIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WRITERS = 4;
    private static final List<String> COUNTRIES = List.of("BO", "BR", "CL", "CO");

    @TempDir
    Path folder;

    private record Journal(AtomicInteger acknowledged, AtomicInteger unknown) {}

    @Test
    void everythingIsSealedOnce() throws Exception {
        campaign(2, 3_000);
    }

    @Tag("exhaustive")
    @Test
    void everythingIsSealedOnceHoweverOftenItIsKilled() throws Exception {
        campaign(12, 8_000);
    }

    private void campaign(int kills, int between) throws Exception {
        var seed = Long.getLong("rumbo.test.seed", System.nanoTime());
        System.out.println("rumbo.test.seed=" + seed);
        var random = new Random(seed);
        try (var database = new Database(folder.resolve("postgres"))) {
            var settings = new HashMap<>(database.settings());
            settings.put("RUMBO_LEDGER_KEY", folder.resolve("shared.key").toString());
            try (var one = new RunningJar(Files.createDirectory(folder.resolve("one")), settings);
                    var other = new RunningJar(Files.createDirectory(folder.resolve("other")), settings)) {
                var journals = new ConcurrentHashMap<String, Journal>();
                var over = new AtomicBoolean();
                var writers = Executors.newFixedThreadPool(WRITERS);
                for (var writer = 0; writer < WRITERS; writer++) {
                    var country = COUNTRIES.get(writer);
                    var code = proposed(one, country);
                    var journal = journals.computeIfAbsent(
                            code, item -> new Journal(new AtomicInteger(), new AtomicInteger()));
                    writers.execute(() -> write(List.of(one, other), country, code, journal, over));
                }
                for (var kill = 0; kill < kills; kill++) {
                    TimeUnit.MILLISECONDS.sleep(between + random.nextInt(500));
                    if (kill == kills / 2) {
                        other.signal("STOP");
                    }
                    database.kill();
                    database.restart();
                    TimeUnit.MILLISECONDS.sleep(between);
                    other.signal("CONT");
                }
                over.set(true);
                writers.shutdown();
                assertThat(writers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
                compare(database, journals);
                var doctor = one.command("doctor", "--ledger");
                assertThat(doctor.exitCode()).as(doctor.output()).isZero();
                assertThat(doctor.output()).contains(" 0 findings", "events sealed, ");
            }
        }
    }

    private static String proposed(RunningJar rumbo, String country) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(
                Map.of("country", country, "title", "Proposal", "summary", "For a crash", "language", "en"));
        return JSON.readTree(rumbo.post(coordinator(country), "/recommendations", body)
                        .body())
                .path("code")
                .asString();
    }

    /** Each writer has an item of its own; what has no answer may have happened or not. */
    private static void write(
            List<RunningJar> nodes, String country, String code, Journal journal, AtomicBoolean over) {
        for (var turn = 0; !over.get(); turn++) {
            try {
                var answer = nodes.get(turn % nodes.size())
                        .post(
                                coordinator(country),
                                "/recommendations/" + code + "/actions/comment",
                                "{\"text\":\"Number " + turn + "\",\"visibility\":\"TEAM\"}");
                if (answer.statusCode() == 200) {
                    journal.acknowledged().incrementAndGet();
                } else {
                    journal.unknown().incrementAndGet();
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            } catch (IOException noAnswer) {
                journal.unknown().incrementAndGet();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private static void compare(Database database, Map<String, Journal> journals) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (database.number("select count(*) from ledger_event e where not exists"
                                + " (select from ledger_leaf l where l.event_seq = e.seq)")
                        + database.number("select count(*) from ledger_root r where not exists"
                                + " (select from ledger_checkpoint c where c.tree_size = r.tree_size)")
                > 0) {
            assertThat(System.nanoTime())
                    .as("sealed within half a minute of calm")
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(250);
        }
        for (var journal : journals.entrySet()) {
            var least = journal.getValue().acknowledged().get();
            assertThat(least).as("acknowledged of " + journal.getKey()).isPositive();
            assertThat((int) database.number("select count(*) from ledger_event where action = 'comment.add'"
                            + " and code = '" + journal.getKey() + "'"))
                    .as(journal.getKey())
                    .isBetween(least, least + journal.getValue().unknown().get());
        }
        var events = database.number("select count(*) from ledger_event");
        assertThat(database.number("select count(*) from ledger_leaf")).isEqualTo(events);
        assertThat(database.number("select max(leaf_index) + 1 from ledger_leaf"))
                .isEqualTo(events);
        assertThat(database.number("select count(*) from (select e.item_rev, lag(e.item_rev) over"
                        + " (partition by e.item_id order by l.leaf_index) as before from ledger_leaf l"
                        + " join ledger_event e on e.seq = l.event_seq where e.item_id is not null) o"
                        + " where item_rev <> coalesce(before, 0) + 1"))
                .as("out of their item's order")
                .isZero();
    }

    private static String coordinator(String country) {
        return "coordinator." + country.toLowerCase(Locale.ROOT);
    }

    /** A PostgreSQL that is killed as by a power cut and started again on what it left. */
    private static final class Database implements AutoCloseable {
        private final Path data;
        private final EmbeddedPostgres first;
        private final List<Process> later = new ArrayList<>();

        Database(Path data) throws IOException {
            this.data = data;
            this.first = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    // Else it acknowledges what it has not written yet; nobody's own server does by itself.
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        }

        Map<String, String> settings() {
            return Map.of(
                    "SPRING_DATASOURCE_URL",
                    first.getJdbcUrl("postgres", "postgres"),
                    "SPRING_DATASOURCE_USERNAME",
                    "postgres");
        }

        void kill() throws Exception {
            var pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            var server = ProcessHandle.of(pid).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(20, TimeUnit.SECONDS);
        }

        /** Its children end by themselves a moment later; until then it refuses. */
        void restart() throws Exception {
            var command = Files.readString(data.resolve("postmaster.opts")).strip();
            var asRoot = "root".equals(System.getProperty("user.name"));
            for (var attempt = 0; attempt < 100; attempt++) {
                var builder = new ProcessBuilder(
                        asRoot
                                ? List.of("unshare", "-U", "sh", "-c", "exec " + command)
                                : List.of("sh", "-c", "exec " + command));
                var server = builder.redirectErrorStream(true)
                        .redirectOutput(data.resolveSibling("postgres.log").toFile())
                        .start();
                later.add(server);
                while (server.isAlive()) {
                    if (answers()) {
                        return;
                    }
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            throw new IllegalStateException(Files.readString(data.resolveSibling("postgres.log")));
        }

        private boolean answers() {
            try {
                return number("select 1") == 1;
            } catch (SQLException notYet) {
                return false;
            }
        }

        long number(String sql) throws SQLException {
            try (var connection = DriverManager.getConnection(first.getJdbcUrl("postgres", "postgres"));
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }

        @Override
        public void close() {
            later.forEach(Process::destroy);
        }
    }
}
