package org.rumbo.ledger;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Sees that a text that is gone was erased by an event that says so, later than its own, and that no other one is gone. */
final class ErasedTexts {
    private final Set<TextErased.Named> recorded = new LinkedHashSet<>();
    private final Set<TextErased.Named> erased = new HashSet<>();
    private final Set<TextErased.Named> there = new HashSet<>();
    private final List<String> found;

    ErasedTexts(List<String> found) {
        this.found = found;
    }

    /** An event, in the order in which they were written. */
    void sealed(UUID event, JsonNode payload) {
        payload.path("opens").propertyNames().forEach(field -> recorded.add(new TextErased.Named(event, field)));
        if (payload.path("action").asString("").equals(TextErased.ACTION)) {
            var named = TextErased.named(payload);
            if (recorded.contains(named)) {
                erased.add(named);
            } else {
                found.add("event %s: it erases a text of %s that no earlier event has".formatted(event, named.event()));
            }
        }
    }

    /** A text that can still be read. */
    void open(UUID event, String field) {
        there.add(new TextErased.Named(event, field));
    }

    void close() {
        for (var text : recorded) {
            if (!there.contains(text) && !erased.contains(text)) {
                found.add("event %s: its %s is gone, and no event says that it was erased"
                        .formatted(text.event(), text.field()));
            }
        }
        for (var text : erased) {
            if (there.contains(text)) {
                found.add("event %s: its %s is there, though it was erased".formatted(text.event(), text.field()));
            }
        }
    }
}
