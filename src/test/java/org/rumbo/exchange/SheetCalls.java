package org.rumbo.exchange;

import static org.rumbo.testing.SampleFiles.bytes;
import static org.rumbo.testing.SampleFiles.joined;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rumbo.testing.Api;
import org.springframework.core.env.Environment;

/** Somebody's downloads and uploads. */
final class SheetCalls {
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final int PAUSE = 20;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Api api;
    private final Environment environment;

    SheetCalls(Api api, Environment environment) {
        this.api = api;
        this.environment = environment;
    }

    HttpResponse<byte[]> download(String login, String file) {
        var port = environment.getRequiredProperty("local.server.port");
        var credentials = Base64.getEncoder().encodeToString((login + ":rumbo").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/sheets/" + file))
                .header("Authorization", "Basic " + credentials)
                .header("Accept-Language", "en")
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    Api.Answer upload(String login, String name, byte[] file) {
        return upload(login, "en", name, file);
    }

    /** @param columns what headings mean, each as {@code heading=recommendations.title} */
    Api.Answer upload(String login, String language, String name, byte[] file, String... columns) {
        var boundary = "b" + UUID.randomUUID();
        var said = Arrays.stream(columns)
                .map(column -> "column=" + URLEncoder.encode(column, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return api.as(login)
                .with("Accept-Language", language)
                .with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post("/sheets" + (said.isEmpty() ? "" : "?" + said), multipart(boundary, name, file));
    }

    static byte[] multipart(String boundary, String name, byte[] file) {
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return joined(joined(bytes(head), file), bytes("\r\n--" + boundary + "--\r\n"));
    }

    /** Lets it be done and waits for its end. */
    Api.Answer applied(String login, String id) {
        return applied(login, id, USUAL);
    }

    Api.Answer applied(String login, String id, Duration patience) {
        return ended(login, id, api.as(login).post("/sheets/" + id + "/apply", "{}"), patience);
    }

    Api.Answer undone(String login, String id) {
        return undone(login, id, USUAL);
    }

    Api.Answer undone(String login, String id, Duration patience) {
        return ended(login, id, api.as(login).post("/sheets/" + id + "/undo", "{}"), patience);
    }

    Api.Answer ended(String login, String id, Api.Answer begun) {
        return ended(login, id, begun, USUAL);
    }

    private Api.Answer ended(String login, String id, Api.Answer begun, Duration patience) {
        if (begun.status() != 200) {
            throw new AssertionError(begun.status() + " " + begun.text());
        }
        for (var tries = 0; tries < patience.toMillis() / PAUSE; tries++) {
            var now = api.as(login).with("Accept-Language", "en").get("/sheets/" + id);
            if (!now.json().path("status").asString().endsWith("ING")) {
                return now;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        throw new AssertionError("It did not end");
    }

    /** A form with a file, sent by a browser whose session is over. */
    HttpResponse<String> page(Environment server, String path, byte[] file) {
        var port = server.getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Cookie", "rumbo-session=gone")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart("b", "recs.csv", file)))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
