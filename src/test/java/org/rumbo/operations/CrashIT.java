package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Kills the packaged application in the middle of a burst of claims: what was acknowledged is there, and all agrees. */
class CrashIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OWN_PROPOSALS = 40;
    private static final int BURST = 200;
    private static final int KILLED_AFTER = 110;
    private static final int WRITERS = 4;
    private static final List<String> COUNTRIES = List.of("BO", "BR", "CL", "CO", "EC", "PE");

    /** What an item's writer knows: acts that were acknowledged, and whether the last one's answer is missing. */
    private record Journal(AtomicInteger acknowledged, AtomicInteger unknown) {}

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        killAfter(KILLED_AFTER);
    }

    /** The moment of the kill is what matters, so a campaign tries several; the seed is printed to try one again. */
    @Tag("exhaustive")
    @RepeatedTest(5)
    void losesNothingWheneverItIsKilled() throws Exception {
        var seed = Long.getLong("rumbo.test.seed", System.nanoTime());
        System.out.println("rumbo.test.seed=" + seed);
        killAfter(1 + new Random(seed).nextInt(BURST - 2 * WRITERS));
    }

    private void killAfter(int acts) throws Exception {
        try (var database = RunningDatabase.start();
                var rumbo = new RunningJar(folder, database.settings())) {
            var codes = items(rumbo);
            assertThat(codes).hasSize(22 + OWN_PROPOSALS);
            var journals = new ConcurrentHashMap<String, Journal>();
            var acknowledged = new AtomicInteger();
            burst(rumbo, codes, journals, acknowledged, acts);

            rumbo.start();
            for (var code : codes) {
                compare(
                        rumbo,
                        code,
                        journals.getOrDefault(code, new Journal(new AtomicInteger(), new AtomicInteger())));
            }
            var running = rumbo.command("doctor");
            if (database.isFile()) {
                assertThat(running.exitCode()).as(running.output()).isEqualTo(5);
                assertThat(running.output()).contains("stop the server first");
            }
            rumbo.kill();
            var doctor = rumbo.command("doctor");
            assertThat(doctor.exitCode()).as(doctor.output()).isZero();
            assertThat(doctor.output()).contains("62 recommendations", "0 findings");
            assertThat(acknowledged.get()).isGreaterThanOrEqualTo(acts);

            rumbo.start();
            assertThat(items(rumbo, 0))
                    .as("a further start loads nothing twice")
                    .hasSize(22 + OWN_PROPOSALS);
        }
    }

    private static List<String> items(RunningJar rumbo) throws IOException, InterruptedException {
        return items(rumbo, OWN_PROPOSALS);
    }

    private static List<String> items(RunningJar rumbo, int proposals) throws IOException, InterruptedException {
        for (var i = 0; i < proposals; i++) {
            var country = COUNTRIES.get(i % COUNTRIES.size());
            var body = JSON.writeValueAsString(
                    Map.of("country", country, "title", "Proposal " + i, "summary", "For a crash", "language", "en"));
            assertThat(rumbo.post(coordinator(country), "/recommendations", body)
                            .statusCode())
                    .isEqualTo(201);
        }
        var codes = new ArrayList<String>();
        JSON.readTree(rumbo.get("director.a", "/recommendations?limit=200").body())
                .path("items")
                .forEach(row -> codes.add(row.path("code").asString()));
        return codes;
    }

    /** Each writer has items of its own, so that every item's acts are in one order. */
    private static void burst(
            RunningJar rumbo, List<String> codes, Map<String, Journal> journals, AtomicInteger acknowledged, int acts)
            throws InterruptedException {
        var writers = Executors.newFixedThreadPool(WRITERS);
        for (var writer = 0; writer < WRITERS; writer++) {
            var first = writer;
            writers.execute(() -> {
                for (var act = 0; act < BURST / WRITERS; act++) {
                    var code = codes.get((first + WRITERS * (act / 2)) % codes.size());
                    if (!act(rumbo, code, act % 2 == 0, journals, acknowledged)) {
                        return;
                    }
                }
            });
        }
        writers.shutdown();
        while (acknowledged.get() < acts && !writers.isTerminated()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(writers.isTerminated()).as("killed in the middle").isFalse();
        rumbo.kill();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean act(
            RunningJar rumbo, String code, boolean claims, Map<String, Journal> journals, AtomicInteger acknowledged) {
        var journal = journals.computeIfAbsent(code, item -> new Journal(new AtomicInteger(), new AtomicInteger()));
        var action = claims ? "claim" : "withdraw-claim";
        var body = claims ? "{\"to\":\"CLOSED\",\"closeReason\":\"NOT_ADOPTED\"}" : "{\"reason\":\"Not yet\"}";
        journal.unknown().set(1);
        try {
            var answer =
                    rumbo.post(coordinator(country(code)), "/recommendations/" + code + "/actions/" + action, body);
            journal.unknown().set(0);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            journal.acknowledged().incrementAndGet();
            acknowledged.incrementAndGet();
            return true;
        } catch (IOException killed) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void compare(RunningJar rumbo, String code, Journal journal) throws Exception {
        var acts = 0;
        for (var event : JSON.readTree(rumbo.get("auditor", "/recommendations/" + code + "/history")
                        .body())
                .path("items")) {
            if (List.of("claim.make", "claim.withdraw")
                    .contains(event.path("action").asString())) {
                acts++;
            }
        }
        var least = journal.acknowledged().get();
        assertThat(acts).as(code).isBetween(least, least + journal.unknown().get());
    }

    private static String country(String code) {
        return code.split("-")[2];
    }

    private static String coordinator(String country) {
        return "coordinator." + country.toLowerCase(Locale.ROOT);
    }
}
