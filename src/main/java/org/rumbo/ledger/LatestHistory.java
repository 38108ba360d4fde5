package org.rumbo.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newest events of all items that somebody reads in full: her teams' ones, those that she evaluates, or every one. */
@Service
@Transactional(readOnly = true)
public class LatestHistory {
    /** Drafts are their writers'; that an item was taken over from a paper, or somebody was reminded, is no news. */
    private static final String NEWEST = "from ledger_event e where e.item_id is not null"
            + " and e.action not in ('progress.draft', 'item.create', 'link.edit', 'claim.remind', 'claim.escalate',"
            + " 'reminder.send') and ";

    private final RecommendationAccess access;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    LatestHistory(RecommendationAccess access, JdbcClient jdbc, JsonMapper json) {
        this.access = access;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One event and the item that it belongs to. */
    public record OfItem(String code, HistoryEntry entry) {}

    /** At most so many, newest first. */
    public List<OfItem> of(Actor actor, int most) {
        var params = new HashMap<String, Object>();
        var readable = readable(actor, params);
        if (readable == null) {
            return List.of();
        }
        var newest = NEWEST + readable + " order by e.recorded_at desc, e.seq desc fetch first " + most + " rows only";
        var texts = texts(newest, params);
        return jdbc.sql("select e.event_id, e.payload, e.recorded_at, e.action, e.code, e.actor, e.behalf,"
                        + " (select p.login from person p join ledger_pseudonym n on n.person_id = p.id"
                        + " where n.pseudonym = e.actor) as login,"
                        + " (select p.login from person p join ledger_pseudonym n on n.person_id = p.id"
                        + " where n.pseudonym = e.behalf) as behalf_login " + newest)
                .params(params)
                .query((row, number) -> {
                    var event = new LedgerEvent(
                            0,
                            row.getObject("event_id", UUID.class),
                            null,
                            null,
                            row.getObject("recorded_at", java.time.OffsetDateTime.class)
                                    .toInstant(),
                            row.getString("action"),
                            row.getString("actor"),
                            false,
                            null,
                            json.readTree(row.getBytes("payload")));
                    return new OfItem(
                            row.getString("code"),
                            entry(
                                    event,
                                    row.getString("login"),
                                    row.getString("behalf_login"),
                                    History.withErased(event, texts.getOrDefault(event.id(), Map.of()))));
                })
                .list();
    }

    /** Which items these are; null for readers of confirmed facts. */
    private @Nullable String readable(Actor actor, Map<String, Object> params) {
        var full = access.fullCountries(actor);
        if (full.isEmpty()) {
            return "1 = 1";
        }
        var parts = new ArrayList<String>();
        if (!full.get().isEmpty()) {
            parts.add("e.country in (:countries)");
            params.put("countries", full.get().stream().map(CountryCode::iso2).toList());
        }
        if (actor.has(Role.EVALUATOR)) {
            parts.add("e.item_id in (select v.recommendation_id from evaluation v join evaluation_assignment a"
                    + " on a.evaluation_id = v.id where a.evaluator = :self and v.status <> 'CANCELLED')");
            params.put("self", actor.id());
        }
        return parts.isEmpty() ? null : "(" + String.join(" or ", parts) + ")";
    }

    private Map<UUID, Map<String, String>> texts(String newest, Map<String, Object> params) {
        var texts = new HashMap<UUID, Map<String, String>>();
        jdbc.sql("select o.event_id, o.field, o.content from ledger_opening o where o.event_id in (select e.event_id "
                        + newest + ")")
                .params(params)
                .query(row -> {
                    texts.computeIfAbsent(row.getObject(1, UUID.class), event -> new TreeMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return texts;
    }

    private static HistoryEntry entry(
            LedgerEvent event, @Nullable String login, @Nullable String behalf, Map<String, String> texts) {
        return new HistoryEntry(
                1,
                event.at(),
                event.actor() == null ? "system" : login == null ? "erased" : login,
                event.action(),
                History.text(from(event, "from")),
                History.text(from(event, "to")),
                texts.get("reason"),
                History.changes(event, texts),
                History.facts(event, texts, true),
                behalf);
    }

    private static JsonNode from(LedgerEvent event, String field) {
        return event.payload().path(field);
    }
}
