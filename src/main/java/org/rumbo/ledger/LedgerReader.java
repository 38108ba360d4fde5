package org.rumbo.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.WalkedPath;
import org.rumbo.team.EarlierActs;
import org.rumbo.team.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the ledger: an item's chain, images as of a moment, the texts behind commitments. */
@Component
public class LedgerReader implements EarlierActs, WalkedPath {
    private static final String COLUMNS =
            "e.seq, e.event_id, e.item_id, e.item_rev, e.recorded_at, e.action, e.actor, e.audience, e.activity, e.payload";

    private final JdbcClient jdbc;
    private final Pseudonyms pseudonyms;
    private final People people;
    private final JsonMapper json;

    LedgerReader(JdbcClient jdbc, Pseudonyms pseudonyms, People people, JsonMapper json) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
        this.people = people;
        this.json = json;
    }

    /** All events of an item, oldest first; only released ones where asked for. */
    public List<LedgerEvent> chain(UUID item, boolean releasedOnly) {
        return jdbc.sql("select " + COLUMNS + " from ledger_event e where e.item_id = ?"
                        + (releasedOnly ? " and e.audience = 'RELEASED'" : "") + " order by e.item_rev")
                .param(item)
                .query(this::event)
                .list();
    }

    /** Of the same events the size of the first signed tree that holds each, in the tree that grows. */
    List<Optional<Long>> sealedIn(UUID item, boolean releasedOnly) {
        return jdbc.sql("select (select min(c.tree_size) from ledger_leaf l join ledger_checkpoint c"
                        + " on c.log_id = l.log_id and c.tree_size > l.leaf_index where l.event_seq = e.seq"
                        + " and l.log_id = (select max(id) from ledger_log)) from ledger_event e where e.item_id = ?"
                        + (releasedOnly ? " and e.audience = 'RELEASED'" : "") + " order by e.item_rev")
                .param(item)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .list();
    }

    /**
     * Per item its newest event up to a moment; where asked for, only one that confirmed the item as it then was. Releasing
     * a piece of evidence is no such event: its image also holds what nobody confirmed.
     */
    public List<LedgerEvent> newest(Instant until, boolean releasedOnly) {
        var audience = releasedOnly ? " and l.audience = 'RELEASED' and l.action <> 'evidence.release'" : "";
        return jdbc.sql("select " + COLUMNS + " from ledger_event e join (select l.item_id, max(l.item_rev) as rev"
                        + " from ledger_event l where l.item_id is not null and l.recorded_at < :until" + audience
                        + " group by l.item_id) n on n.item_id = e.item_id and n.rev = e.item_rev order by e.code")
                .param("until", java.sql.Timestamp.from(until))
                .query(this::event)
                .list();
    }

    /** The same of one item. */
    Optional<LedgerEvent> newest(UUID item, Instant until, boolean releasedOnly) {
        return jdbc.sql("select " + COLUMNS + " from ledger_event e where e.item_id = ? and e.recorded_at < ?"
                        + (releasedOnly ? " and e.audience = 'RELEASED' and e.action <> 'evidence.release'" : "")
                        + " order by e.item_rev desc fetch first row only")
                .params(item, java.sql.Timestamp.from(until))
                .query(this::event)
                .optional();
    }

    /** Events of some kinds between two moments, in the order in which they were recorded. */
    public List<LedgerEvent> between(@Nullable Instant from, Instant until, Collection<String> actions) {
        return jdbc.sql("select " + COLUMNS + " from ledger_event e where e.recorded_at >= :from"
                        + " and e.recorded_at < :until and e.action in (:actions) order by e.recorded_at, e.seq")
                .param("from", java.sql.Timestamp.from(from == null ? Instant.EPOCH : from))
                .param("until", java.sql.Timestamp.from(until))
                .param("actions", List.copyOf(actions))
                .query(this::event)
                .list();
    }

    /** Events of some kinds that concern no single item, newest first. */
    List<LedgerEvent> ofInstallation(Collection<String> actions) {
        return jdbc.sql("select " + COLUMNS + " from ledger_event e where e.item_id is null and e.action in (:actions)"
                        + " order by e.recorded_at desc, e.seq desc")
                .param("actions", List.copyOf(actions))
                .query(this::event)
                .list();
    }

    /** The texts behind commitments; what was erased is missing. */
    public Map<String, String> texts(Collection<String> commitments) {
        var texts = new HashMap<String, String>();
        if (!commitments.isEmpty()) {
            jdbc.sql("select commitment, content from ledger_opening where commitment in (:all)")
                    .param("all", List.copyOf(commitments))
                    .query(row -> {
                        texts.put(row.getString(1), row.getString(2));
                    });
        }
        return texts;
    }

    /** The texts that an item's events opened, by event and field. */
    Map<UUID, Map<String, String>> openings(UUID item) {
        var openings = new HashMap<UUID, Map<String, String>>();
        jdbc.sql("select event_id, field, content from ledger_opening where item_id = ?")
                .param(item)
                .query(row -> {
                    openings.computeIfAbsent(row.getObject(1, UUID.class), event -> new TreeMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return openings;
    }

    /** The commitments of an item's own texts after one of its events; empty before the first. */
    Map<String, String> textsOfImage(UUID item, int revision) {
        var texts = new TreeMap<String, String>();
        jdbc.sql("select payload from ledger_event where item_id = ? and item_rev = ?")
                .params(item, revision)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .map(json::readTree)
                .ifPresent(payload -> payload.path("image")
                        .path("texts")
                        .properties()
                        .forEach(
                                text -> texts.put(text.getKey(), text.getValue().asString())));
        return texts;
    }

    @Override
    public boolean exist(UUID item, Set<UUID> persons, Set<String> actions, @Nullable Instant since) {
        var names = pseudonyms.of(persons);
        if (names.isEmpty()) {
            return false;
        }
        var acts = actions.isEmpty() ? "" : " and action in (:actions)";
        return jdbc.sql("select count(*) from ledger_event where item_id = :item"
                                + " and (actor in (:names) or behalf in (:names)) and recorded_at >= :since" + acts)
                        .param("item", item)
                        .param("names", names)
                        .param("since", java.sql.Timestamp.from(since == null ? Instant.EPOCH : since))
                        .param("actions", List.copyOf(actions))
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<Step> of(UUID item, boolean releasedOnly) {
        return jdbc.sql("select activity, action, from_state, to_state, recorded_at, actor from ledger_event"
                        + " where item_id = ? and activity is not null"
                        + (releasedOnly ? " and audience = 'RELEASED'" : "") + " order by item_rev")
                .param(item)
                .query((row, number) -> new Step(
                        row.getString("activity"),
                        row.getString("action"),
                        State.valueOf(row.getString("from_state")),
                        State.valueOf(row.getString("to_state")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor")))
                .list();
    }

    @Override
    public Map<String, String> names(Collection<String> names) {
        var behind = pseudonyms.people(names);
        var known = people.byId(behind.values());
        var called = new HashMap<String, String>();
        behind.forEach((pseudonym, id) -> {
            var person = known.get(id);
            if (person != null) {
                called.put(pseudonym, person.name());
            }
        });
        return called;
    }

    LedgerEvent event(ResultSet row, int number) throws SQLException {
        return new LedgerEvent(
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getObject("item_rev", Integer.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("actor"),
                row.getString("audience").equals("RELEASED"),
                row.getString("activity"),
                json.readTree(row.getBytes("payload")));
    }
}
