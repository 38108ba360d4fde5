package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every answer, also the server's own before Rumbo is asked, tells browsers how little they may do with it. */
@RumboTest
class HeadersIT {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");
    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

    private final Environment environment;
    private final Journeys journeys;
    private final RequestMappingHandlerMapping mappings;
    private final int port;

    HeadersIT(Environment environment, Journeys journeys, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.environment = environment;
        this.journeys = journeys;
        this.mappings = requestMappingHandlerMapping;
        this.port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
    }

    @Test
    void everyAddressAndMethodHasThem() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var pages = Pages.signedIn(environment, "director.a");
        var statuses = new LinkedHashMap<Integer, Integer>();
        for (var call : calls()) {
            var path = Api.plain(call[1])
                    .replace("{code}", code)
                    .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
            var type = call[0].equals("GET") ? null : "application/json";
            var answer = pages.send(call[0], path, type, type == null ? null : "{}");
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (!path.equals("/public/embed")) {
                var personal = !path.contains("/_static/") && !path.equals("/public/changes.atom");
                check(call[0] + " " + path, answer.headers().map(), personal);
            }
        }
        assertThat(statuses.keySet()).contains(200, 403, 404);
    }

    private List<String[]> calls() {
        var calls = new ArrayList<String[]>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var methods = mapping.getMethodsCondition().getMethods();
            for (var pattern : mapping.getPatternValues()) {
                if (methods.isEmpty()) {
                    calls.add(new String[] {"GET", pattern});
                }
                methods.stream().map(RequestMethod::name).forEach(method -> calls.add(new String[] {method, pattern}));
            }
        });
        assertThat(calls).hasSizeGreaterThan(60);
        return calls;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n" + HOST,
                "GET /work HTTP/1.1\r\n" + HOST,
                "GET /login HTTP/1.1\r\n" + HOST,
                "GET /login?lang=es HTTP/1.1\r\n" + HOST,
                "GET /nowhere HTTP/1.1\r\n" + HOST,
                "GET /api/v1/nowhere HTTP/1.1\r\n" + HOST,
                "GET /actuator/health HTTP/1.1\r\n" + HOST,
                "GET /error HTTP/1.1\r\n" + HOST,
                "HEAD /login HTTP/1.1\r\n" + HOST,
                "OPTIONS /work HTTP/1.1\r\n" + HOST,
                "TRACE / HTTP/1.1\r\n" + HOST,
                "FOO / HTTP/1.1\r\n" + HOST,
                "POST /login HTTP/1.1\r\nContent-Length: 0\r\n" + HOST,
                "GET /a[b HTTP/1.1\r\n" + HOST,
                "GET /%00 HTTP/1.1\r\n" + HOST,
                "GET /a%2fb HTTP/1.1\r\n" + HOST,
                "GET /..;/work HTTP/1.1\r\n" + HOST,
                "GET /a//b HTTP/1.1\r\n" + HOST,
                "GET /work?lang=%0d%0aX:%20y HTTP/1.1\r\n" + HOST,
                "GET /api/v1/tasks HTTP/1.1\r\nAuthorization: Basic xx\r\n" + HOST,
                "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n",
                "GET / HTTP/1.1\r\nX-Forwarded-Host: evil.example\r\n" + HOST,
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n",
                "GET / HTTP/9.9\r\n" + HOST,
                "POST / HTTP/1.1\r\nTransfer-Encoding: odd\r\n" + HOST,
                "POST /login HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n" + HOST,
                "NONSENSE\r\n"
            })
    void alsoRefusalsHaveThem(String head) throws IOException {
        var answer = Wire.send(port, head + "\r\n", head.contains("chunked") ? "0\r\n\r\n".getBytes() : new byte[0]);
        assertThat(answer.status()).isGreaterThanOrEqualTo(200);
        check(head, answer.headers(), true);
        assertThat(answer.body()).doesNotContain("Exception", "Apache Tomcat", "\tat ");
    }

    @Test
    void whatIsTheSameForEverybodyMayBeKept() throws IOException {
        for (var path : List.of("/rumbo.css", "/rumbo.svg", "/webjars/htmx.org/2.0.10/dist/htmx.min.js")) {
            var answer = Wire.send(port, "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
            assertThat(answer.status()).isEqualTo(200);
            check(path, answer.headers(), false);
            assertThat(answer.header("Cache-Control")).containsExactly("max-age=3600");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    /** The one page that others may frame: it runs nothing, sends nothing and knows nobody. */
    @Test
    void onlyTheRouteForOtherPagesMayBeFramed() throws IOException {
        var answer = Wire.send(port, "GET /public/embed HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Frame-Options")).isEmpty();
        assertThat(answer.header("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors *");
    }

    private static void check(String what, Map<String, List<String>> headers, boolean personal) {
        var found = new java.util.TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        found.putAll(headers);
        ALWAYS.forEach((name, value) ->
                assertThat(found.get(name)).as(what + " " + name).containsExactly(value));
        var policy = found.get("Content-Security-Policy");
        assertThat(policy).as(what).hasSize(1);
        // A document that is kept as it was made brings its own style, and may load and send nothing at all.
        assertThat(policy.get(0))
                .as(what)
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-eval", "*", "data:", "script-src 'unsafe-inline'");
        assertThat(found.get("Permissions-Policy"))
                .as(what)
                .singleElement()
                .asString()
                .contains("camera=()");
        if (personal) {
            assertThat(found.get("Cache-Control"))
                    .as(what)
                    .singleElement()
                    .asString()
                    .contains("no-store");
        }
        assertThat(found.get("Server")).as(what).isNull();
        assertThat(found.get("Strict-Transport-Security"))
                .as("a try-out is not encrypted")
                .isNull();
    }
}
