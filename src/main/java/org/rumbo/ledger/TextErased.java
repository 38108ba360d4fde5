package org.rumbo.ledger;

import java.util.Map;
import java.util.UUID;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;
import tools.jackson.databind.JsonNode;

/** That a text of an earlier event was erased: which one and why, never what it said. One for each text. */
record TextErased(About about, UUID event, String field, ErasureReason reason, UUID askedBy)
        implements RecommendationFact {
    static final String ACTION = "privacy.erased";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("event", event, "field", field, "reason", reason);
    }

    /** Who asked; who confirmed it is the actor. */
    @Override
    public Map<String, UUID> persons() {
        return Map.of("askedBy", askedBy);
    }

    /** A text by its event and its field there. */
    record Named(UUID event, String field) {}

    static Named named(JsonNode payload) {
        var detail = payload.path("detail");
        return new Named(
                UUID.fromString(detail.path("event").asString()),
                detail.path("field").asString());
    }
}
