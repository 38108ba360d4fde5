package org.rumbo.ledger.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each of the kind that it must be. */
record Fields(Map<String, @Nullable Object> members, String where) {
    @SuppressWarnings("unchecked")
    static Fields of(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return new Fields((Map<String, @Nullable Object>) map, where);
        }
        throw new Refused(Fault.WRONG_SHAPE, where);
    }

    void haveOnly(Set<String> names) {
        if (!members.keySet().equals(names)) {
            throw refused("");
        }
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw refused(name);
    }

    @Nullable
    String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    long number(String name) {
        if (members.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw refused(name);
    }

    @Nullable
    Long numberOrNull(String name) {
        return has(name) ? number(name) : null;
    }

    UUID uuid(String name) {
        var text = text(name);
        try {
            var uuid = UUID.fromString(text);
            if (uuid.toString().equals(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException otherwise) {
            // refused below
        }
        throw refused(name);
    }

    @Nullable
    UUID uuidOrNull(String name) {
        return has(name) ? uuid(name) : null;
    }

    Fields object(String name) {
        return of(members.get(name), where + " " + name);
    }

    List<Hash> hashes(String name) {
        return hashes(members.get(name), where + " " + name);
    }

    static List<Hash> hashes(@Nullable Object value, String where) {
        if (value instanceof List<?> list && list.size() <= 64 && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(text -> Hash.parse((String) text)).toList();
        }
        throw new Refused(Fault.WRONG_SHAPE, where);
    }

    private Refused refused(String name) {
        return new Refused(Fault.WRONG_SHAPE, (where + " " + name).strip());
    }
}
