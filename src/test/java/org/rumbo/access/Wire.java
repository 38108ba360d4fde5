package org.rumbo.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Requests as they are sent, answers as they come: nothing is followed, kept or made nicer on the way. */
final class Wire {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TITLE =
            Pattern.compile("<div class=\"problem-page\">\\s*<h1>([^<]*)</h1>", Pattern.DOTALL);
    private static final Map<String, String> SLUGS = slugs();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Environment environment;

    Wire(Environment environment) {
        this.environment = environment;
    }

    /** What came back. */
    record Reply(int status, HttpHeaders headers, String text) {
        /** Status and name of a problem, or status and where it leads to: {@code 403 not-permitted}, {@code 302 /login}. */
        String reason() {
            var more = status / 100 == 3 ? path(header("Location")) : problem();
            return more.isEmpty() ? String.valueOf(status) : status + " " + more;
        }

        /** The problem's slug, as JSON names it and as a page is headed with; empty where there is none. */
        String problem() {
            var type = header("Content-Type");
            if (type.startsWith("application/problem+json")) {
                var uri = JSON.readTree(text).path("type").asString();
                return uri.substring(uri.lastIndexOf('/') + 1);
            }
            var title = TITLE.matcher(text);
            return title.find() ? SLUGS.getOrDefault(title.group(1), title.group(1)) : "";
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** Everything that reached the asker. */
        String all() {
            return headers.map() + "\n" + text;
        }

        private static String path(String location) {
            return location.replaceFirst("^https?://[^/]+", "").replaceFirst("[;?].*", "");
        }
    }

    Reply send(String method, String path, Map<String, String> headers, @Nullable String body) {
        var server = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(60));
        request.header("Accept-Language", "en");
        headers.forEach(request::setHeader);
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), text(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Archives, which workbooks are too, are unpacked: what is packed would hide what is looked for. */
    private static String text(byte[] body) throws IOException {
        if (body.length < 4 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        var parts = new TreeMap<String, String>();
        var file = Files.createTempFile("archive", ".zip");
        try {
            Files.write(file, body);
            try (var archive = new ZipFile(file.toFile())) {
                for (var part : Collections.list(archive.entries())) {
                    parts.put(
                            part.getName(),
                            new String(archive.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return parts.toString();
    }

    static String json(Object body) {
        return JSON.writeValueAsString(body);
    }

    /** The English titles of problem pages, and what they stand for. */
    private static Map<String, String> slugs() {
        var bundle = ResourceBundle.getBundle(
                "messages.problems",
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var slugs = new TreeMap<String, String>();
        for (var key : bundle.keySet()) {
            if (key.startsWith("problem.") && !key.endsWith(".detail")) {
                slugs.put(bundle.getString(key), key.substring("problem.".length()));
            }
        }
        return slugs;
    }
}
