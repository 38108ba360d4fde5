package org.rumbo.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger's JSON where it stands in a larger file. Each value is written again and compared, so the reading itself
 * need not know every rule of the canonical form, only never take two different contents for one.
 */
final class CanonicalReader {
    private static final int DEEPEST = 32;

    private final byte[] bytes;
    private final int end;
    private final String file;
    private int at;

    CanonicalReader(Slice slice, String file) {
        this.bytes = slice.of();
        this.at = slice.from();
        this.end = slice.to();
        this.file = file;
    }

    boolean isAtEnd() {
        return at == end;
    }

    boolean isNext(String ascii) {
        var literal = ascii.getBytes(StandardCharsets.US_ASCII);
        return end - at >= literal.length && Arrays.equals(bytes, at, at + literal.length, literal, 0, literal.length);
    }

    void take(String ascii) {
        if (!isNext(ascii)) {
            throw refused();
        }
        at += ascii.length();
    }

    /** The next value, which must stand there exactly as it would be written. */
    @Nullable
    Object value() {
        var from = at;
        var value = value(0);
        if (!isWrittenAs(value, from)) {
            throw refused();
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> object() {
        if (!isNext("{")) {
            throw refused();
        }
        return (Map<String, @Nullable Object>) Objects.requireNonNull(value());
    }

    private boolean isWrittenAs(@Nullable Object value, int from) {
        try {
            var written = CanonicalJson.valueBytes(value);
            return Arrays.equals(bytes, from, at, written, 0, written.length);
        } catch (IllegalArgumentException notOfTheLedger) {
            return false;
        }
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST || isAtEnd()) {
            throw refused();
        }
        return switch (bytes[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        take(word);
        return value;
    }

    private Map<String, @Nullable Object> object(int depth) {
        var object = new TreeMap<String, @Nullable Object>();
        take("{");
        while (!isNext("}")) {
            if (!object.isEmpty()) {
                take(",");
            }
            var key = string();
            take(":");
            if (object.containsKey(key)) {
                throw refused();
            }
            object.put(key, value(depth + 1));
        }
        take("}");
        return object;
    }

    private List<@Nullable Object> array(int depth) {
        var array = new ArrayList<@Nullable Object>();
        take("[");
        while (!isNext("]")) {
            if (!array.isEmpty()) {
                take(",");
            }
            array.add(value(depth + 1));
        }
        take("]");
        return array;
    }

    private Long number() {
        var from = at;
        while (!isAtEnd() && (bytes[at] == '-' || (bytes[at] >= '0' && bytes[at] <= '9'))) {
            at++;
        }
        if (at == from || at - from > 17) {
            throw refused();
        }
        try {
            return Long.valueOf(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
        } catch (NumberFormatException otherwise) {
            throw refused();
        }
    }

    private String string() {
        take("\"");
        var from = at;
        var plain = true;
        while (at < end && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                plain = false;
                at++;
            }
            at++;
        }
        if (at >= end) {
            throw refused();
        }
        var text = Encoding.text(Arrays.copyOfRange(bytes, from, at), file);
        at++;
        return plain ? text : unescaped(text);
    }

    private String unescaped(String text) {
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            c = text.charAt(++i);
            if (c == 'u') {
                out.append(unicode(text, i + 1));
                i += 4;
            } else {
                out.append(escaped(c));
            }
        }
        return out.toString();
    }

    private char escaped(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '"', '\\' -> c;
            default -> throw refused();
        };
    }

    private char unicode(String text, int from) {
        try {
            return (char) Integer.parseInt(text, from, from + 4, 16);
        } catch (NumberFormatException | IndexOutOfBoundsException otherwise) {
            throw refused();
        }
    }

    Refused refused() {
        return new Refused(Fault.NOT_CANONICAL, file + ":" + at);
    }
}
