package org.rumbo.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON so that equal content has equal bytes: RFC 8785 in a narrower profile (whole numbers only, keys of ASCII
 * letters and digits, texts in NFC), which any implementation of that standard writes alike.
 */
public final class CanonicalJson {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,30}");
    /** The largest whole number that every reader of JSON keeps. */
    static final long MOST = (1L << 53) - 1;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalJson() {}

    public static byte[] bytes(Map<String, ?> object) {
        var out = new StringBuilder(512);
        write(object, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] valueBytes(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads an object, and refuses whatever {@link #bytes(Map)} would not have written byte for byte. */
    public static Map<String, @Nullable Object> parse(byte[] bytes) {
        return parse(Slice.all(bytes), "");
    }

    static Map<String, @Nullable Object> parse(Slice slice, String file) {
        var reader = new CanonicalReader(slice, file);
        var object = reader.object();
        if (!reader.isAtEnd()) {
            throw reader.refused();
        }
        return object;
    }

    /** An instant as the ledger writes it: UTC with exactly three digits of a second. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map, out);
        } else if (value instanceof Collection<?> list) {
            writeArray(list, out);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Integer || value instanceof Long) {
            writeNumber(((Number) value).longValue(), out);
        } else if (value instanceof Instant at) {
            writeString(time(at), out);
        } else if (value instanceof Enum<?> constant) {
            writeString(constant.name(), out);
        } else if (value instanceof CharSequence || value instanceof UUID || value instanceof LocalDate) {
            writeString(value.toString(), out);
        } else {
            throw new IllegalArgumentException("Not a value of the ledger: " + value.getClass());
        }
    }

    private static void writeObject(Map<?, ?> map, StringBuilder out) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (!KEY.matcher(name).matches()) {
                throw new IllegalArgumentException("Not a key of the ledger: " + name);
            }
            sorted.put(name, value);
        });
        out.append('{');
        var first = true;
        for (var entry : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            writeString(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
        }
        out.append('}');
    }

    private static void writeArray(Collection<?> list, StringBuilder out) {
        out.append('[');
        var first = true;
        for (var value : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            write(value, out);
        }
        out.append(']');
    }

    private static void writeNumber(long number, StringBuilder out) {
        if (number > MOST || number < -MOST) {
            throw new IllegalArgumentException("Too large for the ledger: " + number);
        }
        out.append(number);
    }

    private static void writeString(String text, StringBuilder out) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        out.append('"');
        for (var i = 0; i < normal.length(); i++) {
            var c = normal.charAt(i);
            if (Character.isSurrogate(c)) {
                i = writePair(normal, i, out);
            } else {
                writeChar(c, out);
            }
        }
        out.append('"');
    }

    private static int writePair(String text, int i, StringBuilder out) {
        if (i + 1 >= text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
            throw new IllegalArgumentException("A lone surrogate is no character");
        }
        out.append(text, i, i + 2);
        return i + 1;
    }

    /** Escapes of RFC 8785, section 3.2.2.2. */
    private static void writeChar(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
