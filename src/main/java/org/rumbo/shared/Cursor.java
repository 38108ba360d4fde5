package org.rumbo.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended: the sort keys of its last row, opaque to callers. */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u001f";

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor that {@link #encoded()} wrote; anything else is a malformed {@code after}. */
    public static Cursor decode(String encoded, int expectedKeys) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var keys = List.of(text.split(SEPARATOR, -1));
            if (keys.size() == expectedKeys) {
                return new Cursor(keys);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal below
        }
        throw DomainException.malformed("after");
    }
}
