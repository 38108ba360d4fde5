package org.rumbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running server, as its callers see it. */
public final class Api {
    static final JsonMapper JSON = new JsonMapper();
    public static final String BASE = "/api/v1";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Environment environment;

    public Api(Environment environment) {
        this.environment = environment;
    }

    /** A mapped address without the forms that its variables must have. */
    public static String plain(String pattern) {
        return pattern.replaceAll("\\{(\\w+):(?:[^{}]|\\{[\\d,]+})*}", "{$1}");
    }

    public Caller as(String login) {
        return new Caller(login, Map.of());
    }

    /** Somebody who has not signed in. */
    public Caller anonymous() {
        return new Caller(null, Map.of());
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String tag() {
            return headers.firstValue("ETag").orElseThrow();
        }

        /** The last part of a problem's type; empty where it is none. */
        public String problem() {
            var type = headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                    ? json().path("type").asString()
                    : "";
            return type.substring(type.lastIndexOf('/') + 1);
        }

        public List<String> rules() {
            var rules = new ArrayList<String>();
            json().path("violations")
                    .forEach(violation -> rules.add(violation.path("rule").asString()));
            return rules;
        }

        public List<String> strings(String array) {
            return StreamSupport.stream(json().path(array).spliterator(), false)
                    .map(JsonNode::asString)
                    .toList();
        }
    }

    /** One caller with the headers that she sends. */
    public final class Caller {
        private final @Nullable String login;
        private final Map<String, String> headers;

        private Caller(@Nullable String login, Map<String, String> headers) {
            this.login = login;
            this.headers = headers;
        }

        public Caller with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Caller(login, more);
        }

        public Answer get(String path) {
            return send("GET", path, null);
        }

        public Answer post(String path, Object body) {
            return send("POST", path, body);
        }

        public Answer patch(String path, Object body) {
            return send("PATCH", path, body);
        }

        /** The bytes of what the API answers under a path of its own. */
        public byte[] bytes(String path) {
            var port = environment.getRequiredProperty("local.server.port");
            var credentials = Base64.getEncoder().encodeToString((login + ":rumbo").getBytes(StandardCharsets.UTF_8));
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + BASE + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Basic " + credentials)
                    .build();
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        /** A path below the API's own, unless it begins with two slashes; a text is sent as it stands. */
        public Answer send(String method, String path, @Nullable Object body) {
            var port = environment.getRequiredProperty("local.server.port");
            var address = "http://127.0.0.1:" + port + (path.startsWith("//") ? path.substring(1) : BASE + path);
            var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
            if (login != null) {
                var credentials =
                        Base64.getEncoder().encodeToString((login + ":rumbo").getBytes(StandardCharsets.UTF_8));
                request.header("Authorization", "Basic " + credentials);
            }
            if (body != null && !headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            headers.forEach(request::header);
            request.method(
                    method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : body instanceof byte[] bytes
                                    ? HttpRequest.BodyPublishers.ofByteArray(bytes)
                                    : HttpRequest.BodyPublishers.ofString(
                                            body instanceof String text ? text : JSON.writeValueAsString(body)));
            try {
                var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                return new Answer(response.statusCode(), response.headers(), response.body());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
