package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.team.People;
import org.rumbo.testing.CountedStatements;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Who is signed in, for how long, and what is kept of it. */
@RumboTest
class SessionsIT {
    private static final String COOKIE = "rumbo-session";

    private final Environment environment;
    private final JdbcClient jdbc;
    private final TimeMachine clock;
    private final CountedStatements statements;
    private final JdbcIndexedSessionRepository stored;
    private final OpenSessions open;
    private final People people;

    SessionsIT(
            Environment environment,
            JdbcClient jdbc,
            TimeMachine clock,
            CountedStatements statements,
            JdbcIndexedSessionRepository stored,
            OpenSessions open,
            People people) {
        this.environment = environment;
        this.jdbc = jdbc;
        this.clock = clock;
        this.statements = statements;
        this.stored = stored;
        this.open = open;
        this.people = people;
    }

    @AfterEach
    void backToNow() {
        clock.comeBack();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from web_session").query(Integer.class).single();
    }

    @Test
    void visitorsMakeNone() {
        var before = sessions();
        for (var path : new String[] {
            "/",
            "/work",
            "/login",
            "/login?lang=pt",
            "/accessibility",
            "/recommendations?q=x",
            "/rumbo.css",
            "/nowhere",
            "/api/v1/tasks",
            "/actuator/health"
        }) {
            new Pages(environment).get(path);
        }
        new Pages(environment).post("/recommendations/SPN-2019-PE-a/claim", Map.of("statement", "x"));
        new Pages(environment).signIn("coordinator.pe", "wrong");
        var program = new Pages(environment);
        program.headers.put(
                "Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString("member.pe:rumbo".getBytes()));
        assertThat(program.get("/api/v1/tasks").statusCode()).isEqualTo(200);
        assertThat(program.cookies).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void theCookieIsForTheServerAlone() {
        var pages = new Pages(environment);
        var cookie = pages.signIn("member.bo", "rumbo").headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(COOKIE))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain");
    }

    @Test
    void signingInMakesANewOne() {
        var pages = Pages.signedIn(environment, "member.bo");
        var first = pages.cookies.get(COOKIE);
        pages.signIn("coordinator.bo", "rumbo");
        var second = pages.cookies.get(COOKIE);
        assertThat(second).isNotEqualTo(first);

        pages.cookies.put(COOKIE, first);
        assertThat(pages.get("/work").statusCode()).isEqualTo(302);
        pages.cookies.put(COOKIE, "Zml4YXRpb24tZml4YXRpb24tZml4YXRpb24tZml4YXQ=");
        pages.signIn("coordinator.bo", "rumbo");
        assertThat(pages.cookies.get(COOKIE)).doesNotStartWith("Zml4");
    }

    @Test
    void signingOutEndsItEverywhere() {
        var pages = Pages.signedIn(environment, "member.bo");
        var copied = new Pages(environment);
        copied.cookies.putAll(pages.cookies);
        pages.post("/logout", Map.of("_csrf", pages.token("/work")));

        assertThat(copied.get("/work").headers().firstValue("Location")).hasValue("/login");
    }

    /** As the directory ends them: all that she opened, and nobody else's. */
    @Test
    void allOfOnePersonCanBeEnded() {
        var one = Pages.signedIn(environment, "member.pe");
        var two = Pages.signedIn(environment, "member.pe");
        var other = Pages.signedIn(environment, "member.bo");
        assertThat(open.end(people.byLogin("member.pe").orElseThrow().id(), signedIn -> true))
                .isGreaterThanOrEqualTo(2);
        assertThat(one.get("/work").statusCode()).isEqualTo(302);
        assertThat(two.get("/work").statusCode()).isEqualTo(302);
        assertThat(other.get("/work").statusCode()).isEqualTo(200);
    }

    @Test
    void aDayIsTheLongest() {
        var pages = Pages.signedIn(environment, "member.cl");
        clock.advance(Duration.ofHours(23).plusMinutes(59));
        assertThat(pages.get("/work").statusCode()).isEqualTo(200);
        var before = sessions();

        clock.advance(Duration.ofMinutes(2));
        assertThat(pages.get("/work").headers().firstValue("Location")).hasValue("/login");
        assertThat(sessions()).isEqualTo(before - 1);
    }

    @Test
    void aDayIsTheLongestOnTheApiToo() {
        var pages = Pages.signedIn(environment, "member.cl");
        assertThat(pages.get("/api/v1/tasks").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofHours(25));
        assertThat(pages.get("/api/v1/tasks").statusCode()).isEqualTo(401);
    }

    @Test
    void eightHoursWithoutAWordAreTheEnd() {
        var pages = Pages.signedIn(environment, "member.co");
        jdbc.sql("update web_session set last_access_time = last_access_time - ?, expiry_time = expiry_time - ?"
                        + " where session_id = ?")
                .params(
                        Duration.ofMinutes(479).toMillis(),
                        Duration.ofMinutes(479).toMillis(),
                        id(pages))
                .update();
        assertThat(pages.get("/work").statusCode()).isEqualTo(200);
        jdbc.sql("update web_session set last_access_time = last_access_time - ?, expiry_time = expiry_time - ?"
                        + " where session_id = ?")
                .params(
                        Duration.ofMinutes(481).toMillis(),
                        Duration.ofMinutes(481).toMillis(),
                        id(pages))
                .update();
        stored.cleanUpExpiredSessions();

        assertThat(rows(pages)).isZero();
        assertThat(pages.get("/work").statusCode()).isEqualTo(302);
    }

    private static String id(Pages pages) {
        return new String(java.util.Base64.getDecoder().decode(pages.cookies.get(COOKIE)), StandardCharsets.UTF_8);
    }

    private int rows(Pages pages) {
        return jdbc.sql("select count(*) from web_session where session_id = ?")
                .param(id(pages))
                .query(Integer.class)
                .single();
    }

    /** The row is found under the person's number and holds neither her password nor the address she came from. */
    @Test
    void littleIsKept() {
        var pages = Pages.signedIn(environment, "member.ec");
        pages.get("/work");
        var kept = jdbc.sql("select a.attribute_bytes from web_session s join web_session_attributes a"
                        + " on a.session_primary_id = s.primary_id where s.session_id = ?")
                .param(id(pages))
                .query((row, number) -> row.getBytes(1))
                .list();
        assertThat(kept.stream().mapToInt(bytes -> bytes.length).sum()).isBetween(100, 2500);
        kept.forEach(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("127.0.0.1", "WebAuthenticationDetails"));
        assertThat(jdbc.sql("select principal_name from web_session where session_id = ?")
                        .param(id(pages))
                        .query(String.class)
                        .single())
                .satisfies(UUID::fromString);
    }

    @Test
    void whatCannotBeReadMeansToSignInAgain() throws IOException {
        for (var bytes :
                new byte[][] {"not java".getBytes(StandardCharsets.UTF_8), serialised(new File("/etc/passwd"))}) {
            var pages = Pages.signedIn(environment, "member.br");
            jdbc.sql("update web_session_attributes set attribute_bytes = ? where session_primary_id ="
                            + " (select primary_id from web_session where session_id = ?)")
                    .params(bytes, id(pages))
                    .update();

            var answer = pages.get("/work");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("/login");
            assertThat(pages.signIn("member.br", "rumbo").statusCode()).isEqualTo(302);
            assertThat(pages.get("/work").statusCode()).isEqualTo(200);
        }
    }

    private static byte[] serialised(Object anything) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(anything);
        }
        return bytes.toByteArray();
    }

    @Test
    void lookingAtAPageWritesNothing() {
        var pages = Pages.signedIn(environment, "member.pe");
        pages.get("/work");
        var sent = statements.during(() -> pages.get("/work"));
        assertThat(sent.stream().filter(sql -> sql.toLowerCase().contains("web_session")))
                .singleElement()
                .asString()
                .startsWithIgnoringCase("select");
        assertThat(statements.during(() -> pages.get("/rumbo.css"))).isEmpty();
    }
}
