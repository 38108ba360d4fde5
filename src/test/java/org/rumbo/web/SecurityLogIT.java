package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.team.People;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** What whoever watches over Rumbo can see, and what nobody shall find in a log. */
@RumboTest
class SecurityLogIT {
    private static final List<String> KEYS =
            List.of("time", "event", "person", "address", "method", "route", "row", "status", "reason", "request");

    private final Environment environment;
    private final Api api;
    private final Journeys journeys;
    private final People people;
    private final TimeMachine clock;
    private final ListAppender<ILoggingEvent> everything = new ListAppender<>();

    SecurityLogIT(Environment environment, Api api, Journeys journeys, People people, TimeMachine clock) {
        this.environment = environment;
        this.api = api;
        this.journeys = journeys;
        this.people = people;
        this.clock = clock;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @BeforeEach
    void listen() {
        everything.list.clear();
        everything.start();
        root().addAppender(everything);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(everything);
        clock.comeBack();
    }

    /** The security log's lines, each as what it says; the answer is sent a moment before its line is written. */
    private List<Map<String, String>> lines() {
        return new ArrayList<>(everything.list)
                .stream()
                        .filter(event -> event.getLoggerName().equals("org.rumbo.security"))
                        .map(event -> Arrays.stream(event.getFormattedMessage().split(" "))
                                .map(pair -> pair.split("=", 2))
                                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])))
                        .toList();
    }

    private Map<String, String> line(String event, String key, String value) throws InterruptedException {
        for (var tries = 0; tries < 50; tries++) {
            for (var line : lines()) {
                if (line.get("event").equals(event) && value.equals(line.get(key))) {
                    assertThat(line.keySet()).containsExactlyInAnyOrderElementsOf(KEYS);
                    return line;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("No line " + event + " with " + key + "=" + value + " in " + lines());
    }

    @Test
    void comingAndGoingIsSeen() throws InterruptedException {
        var id = people.byLogin("member.ec").orElseThrow().id().toString();
        var pages = new Pages(environment);
        pages.signIn("member.ec", "wrong");
        var failed = line("sign-in-failed", "reason", "BadCredentials");
        assertThat(failed).containsEntry("person", "-").containsEntry("address", "127.0.0.1");
        assertThat(failed).containsEntry("route", "/login").containsEntry("method", "POST");

        pages.signIn("member.ec", "rumbo");
        var came = line("sign-in", "person", id);
        assertThat(came).containsEntry("address", "-").containsEntry("row", "public");
        UUID.fromString(came.get("request"));
        java.time.Instant.parse(came.get("time"));

        pages.post("/logout", Map.of("_csrf", pages.token("/work")));
        line("sign-out", "person", id);

        pages.signIn("member.ec", "rumbo");
        clock.advance(Duration.ofHours(25));
        pages.get("/work");
        assertThat(line("session-ended", "person", id)).containsEntry("reason", "too-old");
    }

    @Test
    void refusalsAreSeen() throws InterruptedException {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var member = people.byLogin("member.bo").orElseThrow().id().toString();
        everything.list.clear();

        api.anonymous().get("/tasks");
        assertThat(line("refused", "status", "401"))
                .containsEntry("route", "/api/v1/tasks")
                .containsEntry("row", "self.manage")
                .containsEntry("address", "127.0.0.1");
        api.as("member.bo").post(Journeys.action(code, "claim"), Map.of("to", "CLOSED"));
        assertThat(line("refused", "status", "403"))
                .containsEntry("person", member)
                .containsEntry("address", "-")
                .containsEntry("row", "claim.make")
                .containsEntry("reason", "not-permitted")
                .containsEntry("route", "/api/v1/recommendations/{code}/actions/claim");
        api.as("funder").get(Journeys.at("SPN-2026-PE-99"));
        assertThat(line("refused", "status", "404")).containsEntry("route", "/api/v1/recommendations/{code}");
        api.as("funder").get("/no/such/address");
        var pages = Pages.signedIn(environment, "member.bo");
        pages.post("/recommendations/" + code + "/comments", Map.of("text", "x", "_csrf", "wrong"));
        assertThat(line("refused", "reason", "form-expired"))
                .containsEntry("person", member)
                .containsEntry("route", "/recommendations/{code}/comments");
        assertThat(lines().stream().filter(line -> line.get("status").equals("404")))
                .as("a misspelt address is no refusal")
                .hasSize(1);
    }

    /** Everything that can be typed or sent carries a word that no log may hold. */
    @Test
    void nothingThatWasTypedIsInAnyLog() throws InterruptedException {
        var canary = "canary" + UUID.randomUUID().toString().replace("-", "");
        var pages = new Pages(environment);
        pages.headers.put("User-Agent", canary + " agent");
        pages.headers.put("Referer", "http://localhost/" + canary);
        pages.headers.put("X-" + canary, canary);
        pages.signIn(canary, canary);
        pages.signIn("member.pe", canary);
        pages.signIn(canary + "\r\nevent=sign-in person=x", "x");
        pages.signIn("coordinator.pe", "rumbo");
        var token = pages.token("/work?x=" + canary);
        var session = pages.cookies.get("rumbo-session");
        var code = journeys.in("PE", State.UNDER_REVIEW);
        everythingIsSent(pages, code, canary, token);
        pages.post("/logout", Map.of("_csrf", pages.token("/work")));
        line(
                "sign-out",
                "person",
                people.byLogin("coordinator.pe").orElseThrow().id().toString());

        assertThat(everything.list).isNotEmpty();
        for (var event : new ArrayList<>(everything.list)) {
            var text = event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getThrowableProxy();
            assertThat(text).doesNotContain(canary).doesNotContain(token).doesNotContain(session);
            assertThat(text).doesNotContain(pages.cookies.getOrDefault("rumbo-form", "none"));
            if (event.getLoggerName().equals("org.rumbo.security")) {
                assertThat(text).doesNotContain("coordinator.pe", "member.pe", code, "\n", "\r", "?", "person=x");
            }
        }
    }

    private void everythingIsSent(Pages pages, String code, String canary, String token) {
        var at = "/recommendations/" + code;
        for (var path : List.of("/comments", "/claim", "/withdraw", "/edit", "/position", "/progress", "/reopen")) {
            for (var sent : List.of(token, "wrong" + canary)) {
                pages.post(
                        at + path,
                        Map.of("text", canary, "note", canary, "statement", canary, "title", canary, "_csrf", sent));
            }
        }
        for (var path : List.of(
                "/recommendations?q=" + canary,
                "/recommendations?sort=" + canary,
                "/recommendations?after=" + canary,
                "/recommendations/" + canary,
                "/" + canary,
                "/api/v1/recommendations?q=" + canary,
                "/api/v1/recommendations?" + canary + "=1",
                "/api/v1/recommendations/" + canary,
                "/api/v1/reports/" + canary + ".csv",
                "/reports/implementation?asOf=" + canary,
                "/login?error=" + canary,
                "/work?lang=" + canary,
                "/%0d%0aevent=sign-in%20" + canary)) {
            pages.get(path);
            new Pages(environment).get(path);
        }
        for (var body : List.of("{\"title\":\"" + canary + "\"}", "{\"" + canary + "\":1}", canary, "[" + canary)) {
            api.as("coordinator.pe")
                    .with("Idempotency-Key", canary + body.length())
                    .send("POST", "/recommendations", body);
            api.as("coordinator.pe").with("If-Match", canary).send("PATCH", Journeys.at(code), body);
            api.as("member.bo").send("POST", Journeys.action(code, "claim"), body);
            api.as(canary).send("POST", Journeys.action(code, "claim"), body);
            api.anonymous().with("Authorization", "Bearer " + canary).send("POST", "/recommendations", body);
        }
    }
}
