package org.rumbo.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Other ways of writing one request, as somebody might who hopes that a check looks at the letters alone. */
final class Tricks {
    private Tricks() {}

    /** One request as it is sent; a null body is none. */
    record Request(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable Object body) {
        Request to(String other) {
            return new Request(method, other, headers, body);
        }

        Request by(String other) {
            return new Request(other, path, headers, body);
        }

        Request with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Request(method, path, more, body);
        }

        Request sending(@Nullable Object other) {
            return new Request(method, path, headers, other);
        }
    }

    static List<Request> on(Request plain) {
        var tricks = new ArrayList<Request>();
        paths(plain.path()).forEach(path -> tricks.add(plain.to(path)));
        verbs(plain, tricks);
        forms(plain, tricks);
        return tricks;
    }

    private static List<String> paths(String path) {
        var last = path.lastIndexOf('/');
        var before = path.substring(0, last);
        var end = path.substring(last + 1);
        var first = path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1);
        var head = path.substring(0, first);
        var tail = path.substring(first);
        var paths = new ArrayList<>(List.of(
                path + "/",
                path + "//",
                "/" + path,
                head + "/" + tail + (tail.isEmpty() ? "/" : ""),
                before + "//" + end,
                path + ";jsessionid=0",
                path + ";a=b",
                head + ";a=b" + tail,
                before + "/./" + end,
                before + "/%2e/" + end,
                before + "/x/../" + end,
                before + "/x/%2e%2e/" + end,
                "/login/.." + path,
                "/login/%2e%2e" + path,
                "/login/..;" + path,
                "/_static/..%2f" + path.substring(1),
                "/actuator/health/.." + path,
                "/error/.." + path,
                head.toUpperCase(Locale.ROOT) + tail,
                path + ".json",
                path + ".html",
                path + ".css",
                path + "%20",
                path + "%00",
                path + "%0a",
                path + "?_method=GET",
                encoded(path)));
        if (!before.isEmpty()) {
            paths.addAll(List.of(before + "%2f" + end, before + "%5c" + end, before + "%252f" + end));
        }
        return paths;
    }

    /** Every letter as a number: the same address for whoever decodes it. */
    private static String encoded(String path) {
        var numbers = new StringBuilder();
        for (var letter : path.toCharArray()) {
            numbers.append(letter == '/' ? "/" : "%" + Integer.toHexString(letter));
        }
        return numbers.toString();
    }

    private static void verbs(Request plain, List<Request> tricks) {
        for (var verb :
                List.of("GET", "HEAD", "OPTIONS", "TRACE", "POST", "PUT", "PATCH", "DELETE", "PROPFIND", "GETT")) {
            if (!verb.equals(plain.method())) {
                tricks.add(plain.by(verb));
            }
        }
        for (var verb : List.of("GET", "DELETE", "PUT")) {
            tricks.add(plain.by("POST").with("X-HTTP-Method-Override", verb));
            tricks.add(plain.by("POST").to(plain.path() + "?_method=" + verb));
        }
        tricks.add(plain.by("GET").to("/login").with("X-Original-URL", plain.path()));
        tricks.add(plain.by("GET").to("/login").with("X-Rewrite-URL", plain.path()));
    }

    private static void forms(Request plain, List<Request> tricks) {
        for (var accepted : List.of("application/xml", "text/html", "application/json", "image/png", "*/*;q=0", "?")) {
            tricks.add(plain.with("Accept", accepted));
        }
        if (plain.body() != null) {
            for (var type : List.of(
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/json; charset=utf-7",
                    "application/xml",
                    "?")) {
                tricks.add(plain.with("Content-Type", type));
            }
            tricks.add(plain.sending("{"));
            tricks.add(plain.sending("[]"));
            tricks.add(plain.sending("null"));
        }
    }
}
