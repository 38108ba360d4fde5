package org.rumbo.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody for every column of the matrix, with credentials for the API and a session for the pages. */
final class Callers {
    /** Who has an account but no role: the matrix has no column for her, so she may do nothing. */
    static final String NO_ROLE = "no role";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /**
     * @param column her column of the matrix towards the item that is asked for
     * @param login null for a visitor
     */
    record Caller(String column, @Nullable String login) {
        @Override
        public String toString() {
            return column + " (" + (login == null ? "anonymous" : login) + ")";
        }
    }

    private record Session(String cookie, String token) {}

    private final Wire wire;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Callers(Wire wire) {
        this.wire = wire;
    }

    /** Everybody, seen from an item of that country. */
    static List<Caller> towards(String country) {
        var own = country.toLowerCase(Locale.ROOT);
        var other = own.equals("bo") ? "pe" : "bo";
        return List.of(
                new Caller("TM own", "member." + own),
                new Caller("TM oth", "member." + other),
                new Caller("CC own", "coordinator." + own),
                new Caller("CC oth", "coordinator." + other),
                new Caller("ND", "director.b"),
                new Caller("EV", "evaluator.a"),
                new Caller("FU", "funder"),
                new Caller("AU", "auditor"),
                new Caller("AD", "admin"),
                new Caller("AN", null),
                new Caller(NO_ROLE, "nobody"));
    }

    static Caller in(String column, String country) {
        return towards(country).stream()
                .filter(caller -> caller.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** Sends a request as that person does: with credentials to the API, with her session to pages. */
    Wire.Reply send(
            @Nullable String login, String method, String path, Map<String, String> headers, @Nullable Object body) {
        return path.startsWith("/api/")
                ? toApi(login, method, path, headers, body)
                : toPage(login, method, path, headers, body);
    }

    private Wire.Reply toApi(
            @Nullable String login, String method, String path, Map<String, String> extra, @Nullable Object body) {
        var headers = new LinkedHashMap<String, String>();
        if (login != null) {
            headers.put("Authorization", basic(login));
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
            headers.put("If-Match", "*");
        }
        headers.putAll(extra);
        return wire.send(
                method, path, headers, body == null ? null : body instanceof String text ? text : Wire.json(body));
    }

    static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":rumbo").getBytes(StandardCharsets.UTF_8));
    }

    private Wire.Reply toPage(
            @Nullable String login, String method, String path, Map<String, String> extra, @Nullable Object body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "text/html,*/*;q=0.8");
        var fields = new LinkedHashMap<String, Object>();
        if (body instanceof Map<?, ?> form) {
            form.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        if (login != null || body != null) {
            headers.put("Cookie", session(login).cookie());
            fields.putIfAbsent("_csrf", session(login).token());
        }
        if (body == null) {
            headers.putAll(extra);
            return wire.send(method, path, headers, null);
        }
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.putAll(extra);
        return wire.send(method, path, headers, body instanceof String text ? text : encoded(fields));
    }

    String cookie(String login) {
        return session(login).cookie();
    }

    String token(String login) {
        return session(login).token();
    }

    /** A visitor who sends a form has one, too: the form came with it. */
    private Session session(@Nullable String login) {
        return sessions.computeIfAbsent(login == null ? "" : login, this::signIn);
    }

    private Session signIn(String login) {
        var jar = new LinkedHashMap<String, String>();
        var form = keep(jar, wire.send("GET", "/login", Map.of(), null));
        if (login.isEmpty()) {
            return new Session(cookies(jar), tokenOf(form));
        }
        var headers = Map.of("Cookie", cookies(jar), "Content-Type", "application/x-www-form-urlencoded");
        var fields = Map.of("username", login, "password", "rumbo", "_csrf", tokenOf(form));
        keep(jar, wire.send("POST", "/login", headers, encoded(fields)));
        var page = keep(jar, wire.send("GET", "/accessibility", Map.of("Cookie", cookies(jar)), null));
        return new Session(cookies(jar), tokenOf(page));
    }

    /** As a browser does: a new value takes the place of an old one, an empty one removes it. */
    private static Wire.Reply keep(Map<String, String> jar, Wire.Reply reply) {
        for (var cookie : reply.headers().allValues("Set-Cookie")) {
            var parts = cookie.split(";", 2)[0].split("=", 2);
            if (parts[1].isEmpty()) {
                jar.remove(parts[0]);
            } else {
                jar.put(parts[0], parts[1]);
            }
        }
        return reply;
    }

    private static String cookies(Map<String, String> jar) {
        return jar.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String tokenOf(Wire.Reply page) {
        var token = TOKEN.matcher(page.text());
        if (!token.find()) {
            throw new IllegalStateException("The page has no token: " + page.reason());
        }
        return token.group(1);
    }

    static String encoded(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(String.valueOf(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
