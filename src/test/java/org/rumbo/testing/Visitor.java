package org.rumbo.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Somebody who has signed in to the pages and follows links, without a browser. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String server;

    private @Nullable HttpResponse<String> arrival;

    private Visitor(Environment environment) {
        this.server = "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    public static Visitor signedIn(Environment environment, String login) {
        var visitor = new Visitor(environment);
        var token = TOKEN.matcher(visitor.get("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("The sign-in form has no token");
        }
        visitor.arrival = visitor.send(HttpRequest.newBuilder(URI.create(visitor.server + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + login + "&password=rumbo&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
        return visitor;
    }

    /** The page to which signing in led. */
    public HttpResponse<String> arrival() {
        return Objects.requireNonNull(arrival);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "text/html"));
    }

    /** Sends a form, with the token that every page of a signed-in reader carries. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, List.copyOf(fields.entrySet()));
    }

    /** A form in which one name comes several times. */
    public HttpResponse<String> post(String path, String name, List<String> values) {
        return post(path, values.stream().map(value -> Map.entry(name, value)).toList());
    }

    private HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields) {
        var token = TOKEN.matcher(get("/accessibility").body());
        if (!token.find()) {
            throw new IllegalStateException("Nobody is signed in");
        }
        var form = new StringBuilder("_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        fields.forEach(field -> form.append('&')
                .append(field.getKey())
                .append('=')
                .append(URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Sends a form with a file in the field {@code file}. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] content) {
        var token = TOKEN.matcher(get("/accessibility").body());
        if (!token.find()) {
            throw new IllegalStateException("Nobody is signed in");
        }
        var boundary = "b" + UUID.randomUUID();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        var body = new ByteArrayOutputStream();
        all.forEach((field, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                        + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
