package org.rumbo.ledger.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rumbo.shared.Sha256;

/**
 * The page that checks a bundle in a browser: one file that may load nothing, and runs no script but the one whose hash its
 * own policy names.
 */
public final class VerifyPage {
    private static final String README = "verify.readme";

    private VerifyPage() {}

    public static String html() {
        var style = resource("page.css");
        var script = resource("page.js");
        var policy = "default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'"
                .formatted(hash(script), hash(style));
        return resource("page.html")
                .replace("{{policy}}", policy)
                .replace("{{noscript}}", withoutScripts())
                .replace("{{texts}}", data())
                .replace("{{style}}", style)
                .replace("{{script}}", script);
    }

    private static String withoutScripts() {
        return VerifyTexts.LANGUAGES.stream()
                .map(language -> "<p lang=\"%s\">%s</p>"
                        .formatted(language, new VerifyTexts(language).text("verify.page.no-script")))
                .collect(Collectors.joining());
    }

    /** The words of the command line and the page's own, and what each refusal ends with. */
    private static String data() {
        var texts = VerifyTexts.LANGUAGES.stream()
                .map(language -> member(language.toString(), texts(language)))
                .collect(Collectors.joining(",", "{", "}"));
        var kinds = Arrays.stream(Fault.values())
                .map(fault -> member(
                        fault.name(),
                        "{\"exit\":%d,\"kind\":%s}"
                                .formatted(
                                        fault.kind().exitCode(),
                                        json(fault.kind().name()))))
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"kinds\":%s,\"texts\":%s}".formatted(kinds, texts).replace("<", "\\u003c");
    }

    private static String texts(Locale language) {
        var words = new VerifyTexts(language).all();
        var sorted = new TreeMap<String, String>();
        for (var key : words.keySet()) {
            if (!key.equals(README)) {
                sorted.put(key.substring("verify.".length()), words.getString(key));
            }
        }
        return sorted.entrySet().stream()
                .map(text -> member(text.getKey(), json(text.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String member(String name, String value) {
        return json(name) + ":" + value;
    }

    private static String json(String text) {
        return new String(CanonicalJson.valueBytes(text), StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        return "sha256-" + Encoding.base64(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(VerifyPage.class.getResourceAsStream("/verify/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
