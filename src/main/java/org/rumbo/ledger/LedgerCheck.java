package org.rumbo.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.proof.CanonicalJson;
import org.rumbo.ledger.proof.Commitment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds from the ledger's payloads what is copied beside them, and looks for gaps and texts that do not fit. */
@Service
@Transactional(readOnly = true)
public class LedgerCheck {
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final LedgerReader reader;
    private final JsonMapper json;

    LedgerCheck(JdbcClient jdbc, LedgerReader reader, JsonMapper json) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.json = json;
    }

    /**
     * The newest event of an item.
     *
     * @param events how many events the item has
     */
    public record Chain(int revision, int events, JsonNode image) {}

    /** Every item's chain, by its id. */
    public Map<UUID, Chain> chains() {
        var chains = new HashMap<UUID, Chain>();
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("select item_id, count(*) as events from ledger_event where item_id is not null group by item_id")
                .query(row -> {
                    counts.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        for (var event : reader.newest(END_OF_TIME, false)) {
            var item = Objects.requireNonNull(event.item());
            chains.put(
                    item,
                    new Chain(Objects.requireNonNull(event.revision()), counts.getOrDefault(item, 0), event.image()));
        }
        return chains;
    }

    /** When such a thing last happened, by item. */
    public Map<UUID, Instant> last(String action) {
        var last = new HashMap<UUID, Instant>();
        jdbc.sql("select item_id, max(recorded_at) from ledger_event where action = ? and item_id is not null"
                        + " group by item_id")
                .param(action)
                .query(row -> {
                    last.put(
                            row.getObject(1, UUID.class),
                            row.getObject(2, java.time.OffsetDateTime.class).toInstant());
                });
        return last;
    }

    /** The hash of the file of each piece of evidence that has one, as it was recorded when it was added. */
    public Map<UUID, String> hashesOfEvidence() {
        var hashes = new HashMap<UUID, String>();
        jdbc.sql("select payload from ledger_event where action = 'evidence.add'")
                .query(row -> {
                    var detail = json.readTree(row.getBytes(1)).path("detail");
                    if (detail.path("sha256").isString()) {
                        hashes.put(
                                UUID.fromString(detail.path("id").asString()),
                                detail.path("sha256").asString());
                    }
                });
        return hashes;
    }

    /** What does not hold, one line each; empty where all is well. */
    public List<String> contradictions() {
        var found = new ArrayList<String>();
        var texts = new ErasedTexts(found);
        jdbc.sql(
                        "select seq, event_id, item_id, item_rev, payload, recorded_at, action, actor, behalf, code, country, audience,"
                                + " activity, from_state, to_state, state from ledger_event order by seq")
                .query(row -> {
                    compare(row, found);
                    texts.sealed(row.getObject("event_id", UUID.class), json.readTree(row.getBytes("payload")));
                });
        jdbc.sql("select o.event_id, o.field, o.item_id, o.commitment, o.salt, o.content from ledger_opening o")
                .query(row -> {
                    texts.open(row.getObject("event_id", UUID.class), row.getString("field"));
                    var subject = row.getObject("item_id", UUID.class) == null
                            ? row.getObject("event_id", UUID.class)
                            : row.getObject("item_id", UUID.class);
                    var value = Commitment.of(
                            row.getBytes("salt"), row.getString("field"), subject, row.getString("content"));
                    if (!value.equals(row.getString("commitment"))) {
                        found.add("event " + row.getString("event_id") + ": its " + row.getString("field")
                                + " is not the text that was recorded");
                    }
                });
        texts.close();
        return found;
    }

    private void compare(ResultSet row, List<String> found) throws SQLException {
        var event = "event " + row.getLong("seq");
        var bytes = row.getBytes("payload");
        var payload = json.readTree(bytes);
        if (!Arrays.equals(CanonicalJson.bytes(plain(payload)), bytes)) {
            found.add(event + ": its payload is not canonical");
        }
        var copies = new LinkedHashMap<String, @Nullable String>();
        copies.put("event", row.getString("event_id"));
        copies.put("item", row.getString("item_id"));
        copies.put("rev", row.getString("item_rev"));
        copies.put("action", row.getString("action"));
        copies.put("actor", row.getString("actor"));
        copies.put("behalf", row.getString("behalf"));
        copies.put("code", row.getString("code"));
        copies.put("country", row.getString("country"));
        copies.put("activity", row.getString("activity"));
        copies.put("from", row.getString("from_state"));
        copies.put("to", row.getString("to_state"));
        copies.put(
                "at",
                CanonicalJson.time(row.getObject("recorded_at", java.time.OffsetDateTime.class)
                        .toInstant()));
        copies.forEach((field, copy) -> {
            var recorded = payload.path(field);
            var text = recorded.isMissingNode() || recorded.isNull() ? null : recorded.asString();
            if (!Objects.equals(text, copy)) {
                found.add(event + ": the copy of " + field + " says " + copy + ", the payload " + text);
            }
        });
    }

    /** Jackson's tree as plain maps and lists, which the canonical writer takes. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> plain(JsonNode payload) {
        return json.treeToValue(payload, Map.class);
    }
}
