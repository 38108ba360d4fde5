package org.rumbo.ledger.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks the leaves of a bundle one by one, and in the end what only all of them together can show. */
final class EntriesCheck {
    private static final Set<String> OPENED = Set.of("index", "leaf", "open", "path");
    private static final Set<String> WITHHELD = Set.of("hash", "index", "path");
    private static final Set<String> IN_CHAIN = Set.of("hash", "index", "item", "path", "rev");

    /** A text that an event of the bundle must say to be erased. */
    private record Claimed(int at, UUID event, String field, UUID by) {}

    private final Checkpoint checkpoint;
    private final Slice lines;
    private final List<Verified.Event> events = new ArrayList<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private final Map<UUID, Payload> erasures = new HashMap<>();
    private final List<Claimed> claimed = new ArrayList<>();
    private final Chains chains = new Chains();
    /** Under which log's name events were recorded, each with the first place, and which log took over from which. */
    private final Map<String, String> logs = new LinkedHashMap<>();

    private final Map<String, String> takenOver = new HashMap<>();
    private long last = -1;
    private int line;

    /**
     * @param lines the payloads of opened events, each with a line feed
     */
    EntriesCheck(Checkpoint checkpoint, Slice lines) {
        this.checkpoint = checkpoint;
        this.lines = lines;
        this.line = lines.from();
    }

    void add(Fields entry) {
        var index = entry.number("index");
        if (index <= last) {
            throw new Refused(Fault.WRONG_SHAPE, entry.where());
        }
        last = index;
        if (entry.members().containsKey("leaf")) {
            entry.haveOnly(OPENED);
            addOpened(entry, index);
        } else {
            entry.haveOnly(entry.members().containsKey("item") ? IN_CHAIN : WITHHELD);
            addWithheld(entry, index);
        }
    }

    private void addOpened(Fields entry, long index) {
        var where = "#" + index;
        var leaf = Encoding.fromBase64(entry.text("leaf"));
        prove(MerkleTree.leaf(leaf), index, entry.hashes("path"));
        takeLine(leaf, where);
        var payload = Payload.of(leaf, where);
        logs.putIfAbsent(payload.log(), where);
        var before = payload.before();
        if (before != null) {
            takenOver.put(payload.log(), before);
        }
        // A tree that took over from another says so in its first leaf.
        if (takenOver.isEmpty() && !payload.log().equals(checkpoint.origin())) {
            throw new Refused(Fault.OTHER_LOG, where);
        }
        if (places.put(payload.event(), events.size()) != null) {
            throw new Refused(Fault.TWICE, where);
        }
        if (payload.action().equals("privacy.erased")) {
            erasures.put(payload.event(), payload);
        }
        if (payload.item() != null && payload.rev() != null) {
            chains.add(payload.item(), payload.rev(), false, where);
        }
        var shown = openings(entry, payload, where);
        events.add(new Verified.Event(
                index,
                Verified.Outcome.VALID,
                payload.event(),
                payload.action(),
                payload.at(),
                payload.item(),
                payload.rev(),
                payload.texts().size() - shown,
                null));
    }

    private void addWithheld(Fields entry, long index) {
        prove(Hash.parse(entry.text("hash")), index, entry.hashes("path"));
        var inChain = entry.members().containsKey("item");
        UUID item = inChain ? entry.uuid("item") : null;
        Long rev = inChain ? entry.number("rev") : null;
        if (item != null && rev != null) {
            chains.add(item, rev, true, "#" + index);
        }
        events.add(new Verified.Event(index, Verified.Outcome.WITHHELD, null, null, null, item, rev, 0, null));
    }

    private void prove(Hash leaf, long index, List<Hash> path) {
        if (!MerkleTree.includes(leaf, index, path, checkpoint.size(), checkpoint.root())) {
            throw new Refused(Fault.NOT_INCLUDED, "#" + index);
        }
    }

    private void takeLine(byte[] leaf, String where) {
        var end = line + leaf.length;
        if (end >= lines.to() || lines.of()[end] != '\n' || !new Slice(lines.of(), line, end).is(leaf)) {
            throw new Refused(Fault.WRONG_SHAPE, BundleParts.EVENTS + " " + where);
        }
        line = end + 1;
    }

    /** Checks each text against its commitment, and tells how many are accounted for. */
    private int openings(Fields entry, Payload payload, String where) {
        if (!entry.has("open")) {
            return 0;
        }
        var open = entry.object("open");
        if (open.members().isEmpty()
                || !payload.texts().containsAll(open.members().keySet())) {
            throw new Refused(Fault.WRONG_SHAPE, open.where());
        }
        for (var field : open.members().keySet()) {
            var opening = open.object(field);
            if (opening.members().containsKey("erased")) {
                opening.haveOnly(Set.of("erased"));
                claimed.add(new Claimed(events.size(), payload.event(), field, opening.uuid("erased")));
            } else {
                opening.haveOnly(Set.of("salt", "value"));
                var salt = Encoding.fromBase64(opening.text("salt"));
                if (salt.length != 32) {
                    throw new Refused(Fault.WRONG_SHAPE, opening.where());
                }
                var value = Commitment.of(salt, field, payload.subject(), opening.text("value"));
                if (!value.equals(payload.opens().text(field))) {
                    throw new Refused(Fault.OTHER_TEXT, where + " " + field);
                }
            }
        }
        return open.members().size();
    }

    /** What became of every leaf, after the last one. */
    List<Verified.Event> events() {
        if (line != lines.to()) {
            throw new Refused(Fault.WRONG_SHAPE, BundleParts.EVENTS);
        }
        for (var claim : claimed) {
            var by = erasures.get(claim.by);
            var at = places.get(claim.by);
            if (by == null || at == null || at <= claim.at || !by.erases(claim.event, claim.field)) {
                throw new Refused(Fault.NOT_ERASED, "#" + events.get(claim.at).index() + " " + claim.field);
            }
            events.set(claim.at, erased(events.get(claim.at), by.at()));
        }
        checkLogs();
        chains.close();
        return List.copyOf(events);
    }

    /** An older log's events are in this one's tree only where events of the bundle say how it took over from them. */
    private void checkLogs() {
        var unknown = new LinkedHashMap<>(logs);
        @Nullable String own = checkpoint.origin();
        for (var steps = 0; own != null && steps <= takenOver.size(); steps++) {
            unknown.remove(own);
            own = takenOver.get(own);
        }
        unknown.values().stream().findFirst().ifPresent(where -> {
            throw new Refused(Fault.OTHER_LOG, where);
        });
    }

    private static Verified.Event erased(Verified.Event event, String at) {
        var before = event.erasedAt();
        return new Verified.Event(
                event.index(),
                Verified.Outcome.ERASED,
                event.event(),
                event.action(),
                event.at(),
                event.item(),
                event.rev(),
                event.closed(),
                before != null && before.compareTo(at) > 0 ? before : at);
    }

    Chains chains() {
        return chains;
    }
}
