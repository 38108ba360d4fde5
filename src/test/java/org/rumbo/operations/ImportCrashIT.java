package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.testing.SamplePaper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kills the packaged application while accepted passages become recommendations: it goes on where it was, nothing doubled. */
class ImportCrashIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);
    private static final int EACH = 20;
    /** By which a country is told in a chapter's title. */
    private static final Map<String, String> COUNTRIES =
            new LinkedHashMap<>(Map.of("BO", "Bolivia", "CL", "Chile", "CO", "Colombia", "PE", "Peru"));

    private static final int PASSAGES = EACH * COUNTRIES.size();

    @TempDir
    private Path folder;

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        killAt(List.of(PASSAGES / 3));
    }

    /** The moment of the kill is what matters, so a campaign tries many; the seed is printed to try one again. */
    @Tag("exhaustive")
    @RepeatedTest(4)
    void goesOnWheneverItIsKilled() throws Exception {
        var seed = Long.getLong("rumbo.test.seed", System.nanoTime());
        System.out.println("rumbo.test.seed=" + seed);
        killAt(new Random(seed)
                .ints(5, 1, PASSAGES - EACH)
                .sorted()
                .distinct()
                .boxed()
                .toList());
    }

    /** @param moments after how many passages it is killed, each time anew */
    private void killAt(List<Integer> moments) throws Exception {
        try (var database = RunningDatabase.start();
                var rumbo = new RunningJar(folder, settings(database))) {
            var id = read(rumbo);
            var expected = acceptAll(rumbo, id);
            for (var moment : moments) {
                await(rumbo, id, paper -> paper.path("progress").path("done").asInt() >= moment || isDone(paper));
                rumbo.kill();
                assertThat(carriedOut(database, id)).as("killed in the middle").isBetween(moment, PASSAGES - 1);
                rumbo.start();
            }
            var done = await(rumbo, id, ImportCrashIT::isDone);
            assertThat(done.path("created").asInt()).isEqualTo(expected.size());
            rumbo.kill();

            assertThat(count(database, "select code from recommendation where paper_key = 'CRA-2020'"))
                    .isEqualTo(each(expected, 1));
            assertThat(count(
                            database,
                            "select business_key_ from act_ru_execution where business_key_ like 'CRA-2020-%'"
                                    + " and parent_id_ is null and super_exec_ is null"))
                    .as("one life each")
                    .isEqualTo(each(expected, 1));
            assertThat(count(
                            database,
                            "select r.code from wording w join recommendation r on r.id = w.recommendation_id"
                                    + " where r.paper_key = 'CRA-2020'"))
                    .isEqualTo(each(expected, 1));
            for (var action : List.of("item.create", "wording.attach")) {
                assertThat(count(
                                database,
                                "select code from ledger_event where code like 'CRA-2020-%' and action = '" + action
                                        + "'"))
                        .as(action)
                        .isEqualTo(each(expected, 1));
            }
            assertThat(count(
                            database,
                            "select action from ledger_event where action in ('paper.read', 'paper.decide',"
                                    + " 'paper.done')"))
                    .isEqualTo(Map.of("paper.read", 1, "paper.decide", 1, "paper.done", 1));
            var doctor = rumbo.command("doctor");
            assertThat(doctor.exitCode()).as(doctor.output()).isZero();
            assertThat(doctor.output()).contains(22 + expected.size() + " recommendations", "0 findings");
        }
    }

    /** A job of a node that is gone is taken over soon, here by the same one started again. */
    private static Map<String, String> settings(RunningDatabase database) {
        var settings = new HashMap<>(database.settings());
        settings.put("RUMBO_JOBS_LOCK", "10s");
        return settings;
    }

    private static String text() {
        var text = new StringBuilder("Papers that fall asleep. A test of waking up\n\nNobody should do any of this.\n");
        COUNTRIES.forEach((code, name) -> {
            text.append("\n\nSleep and waking. The case of " + name + "\nAna Quispe Rojas\n\n"
                    + "This chapter tells how people sleep there, and how they wake.\n\nRecommendations\n");
            for (var number = 1; number <= EACH; number++) {
                text.append("\n" + number + ". Wake the sleeper number " + number + " of " + name + " gently.\n");
            }
        });
        return text.toString();
    }

    private static String read(RunningJar rumbo) throws IOException, InterruptedException {
        var form = SamplePaper.form(
                "paper.txt", text().getBytes(StandardCharsets.UTF_8), Map.of("language", "en", "key", "CRA-2020"));
        var begun = rumbo.post("director.a", "/papers", form.type(), form.body());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        var id = JSON.readTree(begun.body()).path("id").asString();
        var found = await(rumbo, id, paper -> paper.path("state").asString().equals("REVIEW"));
        assertThat(found.path("passages")).hasSize(PASSAGES);
        return id;
    }

    /** All are accepted; some are split, some are for a further country. What they become, by codes. */
    private static List<String> acceptAll(RunningJar rumbo, String id) throws IOException, InterruptedException {
        var decisions = new ArrayList<Map<String, ?>>();
        var codes = new ArrayList<String>();
        for (var passage :
                JSON.readTree(rumbo.get("director.a", "/imports/" + id).body()).path("passages")) {
            var number = passage.path("passage").asInt();
            var country = passage.path("country").asString();
            var code = passage.path("code").asString();
            var decision = new HashMap<String, Object>(Map.of("passage", number, "decision", "ACCEPT"));
            codes.add(code);
            if (number % 10 == 0) {
                decision.put("parts", List.of(Map.of("text", "Wake the sleeper"), Map.of("text", "Be gentle")));
                codes.addAll(List.of(code + ".1", code + ".2"));
            } else if (number % 7 == 0) {
                decision.put("countries", List.of(country, "BR"));
                codes.add(code + ".BR");
            }
            decisions.add(decision);
        }
        var answer = rumbo.post(
                "director.a", "/imports/" + id + "/decisions", JSON.writeValueAsString(Map.of("decisions", decisions)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return codes;
    }

    private static boolean isDone(JsonNode paper) {
        return paper.path("state").asString().equals("DONE");
    }

    private interface Wanted {
        boolean is(JsonNode paper);
    }

    private static JsonNode await(RunningJar rumbo, String id, Wanted wanted) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE;
        while (true) {
            var paper = JSON.readTree(rumbo.get("director.a", "/imports/" + id).body());
            if (wanted.is(paper)) {
                return paper;
            }
            assertThat(System.nanoTime()).as(paper.path("progress").toString()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private int carriedOut(RunningDatabase database, String id) throws SQLException {
        try (var connection = database.open(folder);
                var statement = connection.prepareStatement(
                        "select count(*) from passage_decision where import_id = ? and carried_out_at is not null")) {
            statement.setObject(1, UUID.fromString(id));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** How often each value comes. */
    private Map<String, Integer> count(RunningDatabase database, String select) throws SQLException {
        var found = new HashMap<String, Integer>();
        try (var connection = database.open(folder);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            while (rows.next()) {
                found.merge(rows.getString(1), 1, Integer::sum);
            }
        }
        return found;
    }

    private static Map<String, Integer> each(List<String> values, int times) {
        var all = new HashMap<String, Integer>();
        values.forEach(value -> all.put(value, times));
        return all;
    }
}
