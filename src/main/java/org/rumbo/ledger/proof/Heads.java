package org.rumbo.ledger.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest head of every log that was seen and followed. Against this alone a log is caught that shows different people
 * different things, so a head is replaced only by one that is shown to have grown out of it.
 */
public final class Heads {
    private static final long FORMAT = 1;

    /** How a checkpoint stands to what was seen before. */
    public enum Continuity {
        /** Nothing was seen of this log before. */
        FIRST,
        SAME,
        /** Shown to have grown out of what was seen. */
        GROWN,
        /** Smaller than what was seen, and no word on whether it was the same log then. */
        OLDER,
        /** Larger than what was seen, with no proof that begins there. */
        NOT_SHOWN
    }

    /**
     * What was seen and how a checkpoint stands to it.
     *
     * @param seen the size that was remembered, none the first time
     */
    public record Meeting(Continuity continuity, @Nullable Long seen) {}

    private final Map<String, Checkpoint> heads = new TreeMap<>();

    /** What a file remembers; nothing where there is none yet. */
    public static Heads load(Path file) throws IOException {
        var heads = new Heads();
        if (Files.exists(file)) {
            try {
                heads.read(Files.readAllBytes(file));
            } catch (Refused broken) {
                throw new Refused(Fault.BROKEN_MEMORY, file.toString());
            }
        }
        return heads;
    }

    private void read(byte[] bytes) {
        var fields = new Fields(CanonicalJson.parse(bytes), "");
        fields.haveOnly(Set.of("heads", "v"));
        if (fields.number("v") != FORMAT || !(fields.members().get("heads") instanceof List<?> list)) {
            throw new Refused(Fault.WRONG_SHAPE, "");
        }
        for (var head : list) {
            if (!(head instanceof String text)) {
                throw new Refused(Fault.WRONG_SHAPE, "");
            }
            var checkpoint = Checkpoint.parse(text);
            heads.put(checkpoint.origin(), checkpoint);
        }
    }

    /**
     * Holds a checkpoint against what was seen, and remembers it where it follows.
     *
     * @param old what the checkpoint is proven to have grown out of
     */
    public Meeting meet(Checkpoint now, @Nullable Checkpoint old) {
        var seen = heads.get(now.origin());
        if (seen == null) {
            heads.put(now.origin(), now);
            return new Meeting(Continuity.FIRST, null);
        }
        refuseAnother(seen, now);
        if (old != null) {
            refuseAnother(seen, old);
        }
        if (now.size() == seen.size()) {
            return new Meeting(Continuity.SAME, seen.size());
        }
        if (now.size() < seen.size()) {
            return new Meeting(Continuity.OLDER, seen.size());
        }
        if (seen.size() == 0 || seen.equals(old)) {
            heads.put(now.origin(), now);
            return new Meeting(Continuity.GROWN, seen.size());
        }
        return new Meeting(Continuity.NOT_SHOWN, seen.size());
    }

    private static void refuseAnother(Checkpoint seen, Checkpoint shown) {
        if (seen.size() == shown.size() && !seen.root().equals(shown.root())) {
            throw new Refused(Fault.FORKED, shown.origin() + " " + shown.size());
        }
    }

    public void save(Path file) throws IOException {
        var texts = heads.values().stream().map(Checkpoint::text).toList();
        OwnFile.replace(file, CanonicalJson.bytes(Map.of("heads", texts, "v", FORMAT)));
    }
}
