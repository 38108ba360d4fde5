package org.rumbo.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger's JSON. What it reads is written again and compared by its caller, so it need not know each rule of the
 * canonical form, only never take two different contents for one.
 */
final class CanonicalReader {
    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    CanonicalReader(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    boolean isNext(String literal) {
        return text.startsWith(literal, at);
    }

    void take(String literal) {
        if (!isNext(literal)) {
            throw refused();
        }
        at += literal.length();
    }

    Map<String, @Nullable Object> object() {
        return object(0);
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST || isAtEnd()) {
            throw refused();
        }
        return switch (text.charAt(at)) {
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
        while (!isAtEnd() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        if (at == from || at - from > 17) {
            throw refused();
        }
        try {
            return Long.valueOf(text.substring(from, at));
        } catch (NumberFormatException otherwise) {
            throw refused();
        }
    }

    String string() {
        take("\"");
        var plain = text.indexOf('"', at);
        var string = plain < 0 ? "\\" : text.substring(at, plain);
        if (string.indexOf('\\') < 0) {
            at = plain + 1;
            return string;
        }
        var out = new StringBuilder();
        while (!isNext("\"")) {
            if (isAtEnd()) {
                throw refused();
            }
            var c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        if (isAtEnd()) {
            throw refused();
        }
        var c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '"', '\\' -> c;
            case 'u' -> unicode();
            default -> throw refused();
        };
    }

    private char unicode() {
        if (text.length() - at < 4) {
            throw refused();
        }
        at += 4;
        try {
            return (char) Integer.parseInt(text, at - 4, at, 16);
        } catch (NumberFormatException otherwise) {
            throw refused();
        }
    }

    Refused refused() {
        return new Refused(Fault.NOT_CANONICAL, String.valueOf(at));
    }
}
