package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.testing.Api;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;

/** Nobody is sent anywhere but to a page of Rumbo's own, and nothing that was sent becomes a header. */
@RumboTest
class RedirectsIT {
    private static final String RETURN = "rumbo-return";

    private final Environment environment;
    private final Api api;
    private final int port;

    RedirectsIT(Environment environment, Api api) {
        this.environment = environment;
        this.api = api;
        this.port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
    }

    @Test
    void signingInLeadsToWhereOneWantedToGo() {
        var pages = new Pages(environment);
        assertThat(pages.get("/recommendations?country=PE&q=sa%C3%BAde")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/login");
        assertThat(pages.signIn("member.pe", "rumbo").headers().firstValue("Location"))
                .hasValue("/recommendations?country=PE&q=sa%C3%BAde");
        pages.get("/recommendations?country=PE");
        assertThat(pages.cookies).doesNotContainKey(RETURN);
    }

    /** A neighbour on the same domain can plant a cookie. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/work\r\nX-Injected: yes",
                "/ /evil",
                ""
            })
    void aPlantedWayBackIsNotFollowed(String planted) {
        var pages = new Pages(environment);
        var token = pages.token("/login");
        pages.cookies.put(
                RETURN,
                Base64.getUrlEncoder().withoutPadding().encodeToString(planted.getBytes(StandardCharsets.UTF_8)));
        var answer =
                pages.post("/login", java.util.Map.of("username", "member.pe", "password", "rumbo", "_csrf", token));
        assertThat(answer.headers().allValues("Location")).containsExactly("/");
        assertThat(answer.headers().firstValue("X-Injected")).isEmpty();

        assertThat(ReturnAddress.isOwn(planted)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redirect", "url", "next", "continue", "returnTo", "target", "lang", "spring-security-redirect"})
    void noParameterSaysWhereToGo(String name) throws IOException {
        for (var evil :
                List.of("//evil.example", "https:%2f%2fevil.example", "/%5cevil.example", "%0d%0aX-Injected:yes")) {
            for (var path : List.of("/", "/login", "/work")) {
                var answer = get(path + "?" + name + "=" + evil, "");
                assertNowhereElse(answer);
            }
            var pages = new Pages(environment);
            pages.get("/work?" + name + "=" + evil);
            var token = pages.token("/login?" + name + "=" + evil);
            var sent = pages.post(
                    "/login?" + name + "=" + evil,
                    java.util.Map.of(
                            "username",
                            "member.pe",
                            "password",
                            "rumbo",
                            "_csrf",
                            token,
                            name,
                            URLDecoder.decode(evil, StandardCharsets.UTF_8)));
            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(sent.headers().firstValue("Location").orElseThrow()).startsWith("/work?");
            assertThat(sent.headers().firstValue("X-Injected")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Referer: https://evil.example/",
                "Origin: https://evil.example",
                "HX-Request: true\r\nHX-Current-URL: https://evil.example/",
                "HX-Redirect: https://evil.example/",
                "HX-Location: //evil.example/",
                "X-Original-URL: //evil.example/",
                "X-Rewrite-URL: //evil.example/",
                "Accept-Language: es%0d%0aX-Injected: yes",
                "Cookie: lang=es%0d%0aX-Injected:yes",
                "Cookie: rumbo-form=x%0d%0aX-Injected:yes",
                "Idempotency-Key: x%0d%0aX-Injected:yes"
            })
    void noHeaderSaysWhereToGo(String header) throws IOException {
        for (var path : List.of("/", "/login", "/work", "/api/v1/tasks", "/%0d%0aX-Injected:yes")) {
            assertNowhereElse(get(path, header + "\r\n"));
        }
    }

    /** The name that a request was sent to never comes back, nor is such a request answered on a try-out. */
    @Test
    void theNameInTheRequestIsNotRepeated() throws IOException {
        for (var host :
                List.of("evil.example", "localhost.evil.example", "evil.example:80", "localhost@evil.example")) {
            var answer = Wire.send(port, "GET /work HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).isIn(400, 403);
            assertNowhereElse(answer);
        }
        assertThat(get("/work", "").header("Location")).containsExactly("/login");
        var absolute = Wire.send(
                port, "GET http://evil.example/work HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(absolute.status()).isIn(400, 403);
    }

    @Test
    void aFileIsNamedByUsAlone() {
        var named = api.as("director.a")
                .get("/reports/implementation.csv?asOf=2026-01-01")
                .headers()
                .firstValue("Content-Disposition");
        assertThat(named).hasValue("attachment; filename=\"rumbo-2026-01-01.csv\"");
        for (var evil : List.of("2026-01-01%0d%0aX-Injected:yes", "x%22;filename=%22evil.exe", "..%2f..%2fevil")) {
            var answer = api.as("director.a").get("/reports/implementation.csv?asOf=" + evil);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers().firstValue("X-Injected")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        }
    }

    private Wire.Answer get(String path, String headers) throws IOException {
        return Wire.send(
                port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static void assertNowhereElse(Wire.Answer answer) {
        for (var name : List.of("Location", "HX-Redirect", "HX-Location", "HX-Push-Url", "Refresh")) {
            assertThat(answer.header(name)).allSatisfy(to -> assertThat(to)
                    .doesNotContain("evil")
                    .startsWith("/")
                    .doesNotStartWith("//"));
        }
        assertThat(answer.header("X-Injected")).isEmpty();
        assertThat(answer.header("Set-Cookie")).noneMatch(cookie -> cookie.contains("evil.example"));
    }
}
