package org.rumbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** A browser's window as an attacker would have it: its cookies can be looked at and changed, and it follows nothing. */
public final class Pages {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public final Map<String, String> cookies = new LinkedHashMap<>();
    public final Map<String, String> headers = new LinkedHashMap<>();
    private final int port;

    public Pages(Environment environment) {
        this(Integer.parseInt(environment.getRequiredProperty("local.server.port")));
    }

    public Pages(int port) {
        this.port = port;
    }

    public static Pages signedIn(Environment environment, String login) {
        var pages = new Pages(environment);
        pages.signIn(login, "rumbo");
        return pages;
    }

    public HttpResponse<String> signIn(String login, String password) {
        return post("/login", Map.of("username", login, "password", password, "_csrf", token("/login")));
    }

    /** The token in a page's form. */
    public String token(String path) {
        var found = TOKEN.matcher(get(path).body());
        if (!found.find()) {
            throw new IllegalStateException("No token on " + path);
        }
        return found.group(1);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    public HttpResponse<String> send(String method, String path, @Nullable String type, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!headers.containsKey("Accept")) {
            request.header("Accept", path.startsWith("/api/") ? "*/*" : "text/html");
        }
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String header) {
        for (var cookie : HttpCookie.parse(header)) {
            if (cookie.hasExpired() || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }
}
