package org.rumbo.integration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.Network;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a fact into the envelope of CloudEvents 1.0 in its structured JSON form (github.com/cloudevents/spec). */
@Component
class CloudEvents {
    private final JsonMapper json;
    private final String source;

    CloudEvents(JsonMapper json, Network network, PublicAddress address) {
        this.json = json;
        this.source = address.set().orElse("urn:rumbo:" + network.key());
    }

    String of(HookKind kind, UUID event, @Nullable String subject, Instant at, Map<String, ?> data) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("specversion", "1.0");
        envelope.put("id", event.toString());
        envelope.put("source", source);
        envelope.put("type", kind.type());
        if (subject != null) {
            envelope.put("subject", subject);
        }
        envelope.put("time", at.truncatedTo(ChronoUnit.MILLIS).toString());
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", data);
        return json.writeValueAsString(envelope);
    }
}
