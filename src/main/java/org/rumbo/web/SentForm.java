package org.rumbo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StreamUtils;

/** What somebody sent with a form, apart from what Rumbo itself put into it. */
final class SentForm {
    private static final Set<String> NEVER_KEPT = Set.of("password", "username");

    private SentForm() {}

    /** What was typed or chosen, by field; what Rumbo adds begins with an underscore, and a secret is nobody's to keep. */
    static TreeMap<String, List<String>> fields(HttpServletRequest request) {
        var fields = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_") && !NEVER_KEPT.contains(name)) {
                fields.put(name, List.copyOf(Arrays.asList(values)));
            }
        });
        return fields;
    }

    /** Tells one content from another, files too. */
    static String hash(HttpServletRequest request) throws IOException, ServletException {
        var digest = Sha256.digest();
        update(digest, request.getMethod() + " " + request.getRequestURI());
        fields(request).forEach((name, values) -> {
            update(digest, name);
            values.forEach(value -> update(digest, value));
        });
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/form-data")) {
            for (var part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    update(digest, part.getName() + " " + part.getSubmittedFileName());
                    StreamUtils.drain(new DigestInputStream(part.getInputStream(), digest));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The page that it was sent from, where the browser says so and it is Rumbo's own; else the form's own address. */
    static String page(HttpServletRequest request) {
        var from = ownPath(request.getHeader(HttpHeaders.REFERER), request);
        return from == null ? request.getRequestURI() : from;
    }

    private static @Nullable String ownPath(@Nullable String referer, HttpServletRequest request) {
        if (referer == null || !SameOrigin.isVouchedFor(request)) {
            return null;
        }
        try {
            var page = URI.create(referer);
            var path = page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
            return path != null && ReturnAddress.isOwn(path) ? path : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static void update(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
