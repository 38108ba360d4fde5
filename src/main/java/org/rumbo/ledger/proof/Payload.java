package org.rumbo.ledger.proof;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sealed event says of itself. */
record Payload(
        String log,
        UUID event,
        String action,
        String at,
        @Nullable UUID item,
        @Nullable Long rev,
        Fields opens,
        Fields detail) {
    private static final long FORMAT = 1;
    private static final int LARGEST = 65_535;

    /** Reads the bytes of a leaf, which must be canonical and of this log. */
    static Payload of(byte[] leaf, String origin, String where) {
        var payload = of(leaf, where);
        if (!payload.log.equals(origin)) {
            throw new Refused(Fault.OTHER_LOG, where);
        }
        return payload;
    }

    /** The same of whichever log. */
    static Payload of(byte[] leaf, String where) {
        if (leaf.length > LARGEST) {
            throw new Refused(Fault.TOO_LARGE, where);
        }
        var fields = new Fields(CanonicalJson.parse(Slice.all(leaf), where), where);
        if (fields.number("v") != FORMAT) {
            throw new Refused(Fault.OTHER_LOG, where);
        }
        var item = fields.uuidOrNull("item");
        var rev = fields.numberOrNull("rev");
        if ((item == null) != (rev == null)) {
            throw new Refused(Fault.WRONG_SHAPE, where);
        }
        return new Payload(
                fields.text("log"),
                fields.uuid("event"),
                fields.text("action"),
                fields.text("at"),
                item,
                rev,
                fields.object("opens"),
                fields.object("detail"));
    }

    Set<String> texts() {
        return opens.members().keySet();
    }

    /** Texts are bound to the item, or to the event where there is none. */
    UUID subject() {
        return item == null ? event : item;
    }

    boolean erases(UUID other, String field) {
        return action.equals("privacy.erased")
                && other.toString().equals(detail.members().get("event"))
                && field.equals(detail.members().get("field"));
    }

    /** The log that the one of this event took over from; null where the event tells of none. */
    @Nullable
    String before() {
        return action.equals("log.origin") && log.equals(detail.members().get("origin"))
                ? detail.textOrNull("before")
                : null;
    }

    /** Whether this event issued a file with this hash. */
    boolean issues(String sha256) {
        return action.equals("report.issued")
                && detail.object("files").members().containsValue(sha256);
    }
}
