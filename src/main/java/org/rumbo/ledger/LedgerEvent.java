package org.rumbo.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event as it stands in the ledger.
 *
 * @param payload what was recorded, parsed; the stored bytes themselves are never written anew
 */
public record LedgerEvent(
        long seq,
        UUID id,
        @Nullable UUID item,
        @Nullable Integer revision,
        Instant at,
        String action,
        @Nullable String actor,
        boolean released,
        @Nullable String activity,
        JsonNode payload) {

    /** The image of the item after the event. */
    public JsonNode image() {
        return payload.path("image");
    }

    /** The pseudonym of whom the actor stood in for. */
    @Nullable
    String behalf() {
        return payload.path("behalf").isString() ? payload.path("behalf").asString() : null;
    }

    public JsonNode detail() {
        return payload.path("detail");
    }
}
