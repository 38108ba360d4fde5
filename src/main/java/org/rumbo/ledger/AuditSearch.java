package org.rumbo.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds events by who, what, which item and when: codes, states and names, never what somebody wrote. */
@Service
@Transactional(readOnly = true)
public class AuditSearch {
    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final Pseudonyms pseudonyms;
    private final People people;
    private final AccessPolicy policy;

    AuditSearch(JdbcClient jdbc, Pseudonyms pseudonyms, People people, AccessPolicy policy) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
        this.people = people;
        this.policy = policy;
    }

    /**
     * What is looked for; null leaves a side open.
     *
     * @param who a login, or a part of a name
     * @param before only events with a smaller number: the page after the one that ended with it
     */
    public record Question(
            @Nullable String who,
            @Nullable String action,
            @Nullable String code,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long before) {}

    /**
     * One event.
     *
     * @param by who did it; null for Rumbo itself, and for whoever was erased
     * @param erased whether somebody did it whose name was erased
     * @param behalf for whom she stood in; null for nobody
     * @param written whether it has texts, about a recommendation, that can be erased
     */
    public record Found(
            long seq,
            Instant at,
            @Nullable String by,
            boolean erased,
            @Nullable String behalf,
            String action,
            @Nullable String code,
            @Nullable String from,
            @Nullable String to,
            boolean written) {}

    /** One page; {@code next} is where the one after it begins, null on the last. */
    public record Result(List<Found> events, @Nullable Long next) {}

    /**
     * One event to be taken away: neither its content nor a name, which no file could ever forget.
     *
     * @param actor who did it, as the ledger calls her; null for Rumbo itself
     * @param behalf likewise for whom she stood in
     * @param leaf its place in the sealed tree; null while it has none
     * @param hash of its payload, as that leaf has it; null likewise
     */
    public record Sealed(
            long seq,
            Instant at,
            String action,
            @Nullable String code,
            @Nullable String from,
            @Nullable String to,
            @Nullable String actor,
            @Nullable String behalf,
            @Nullable Long leaf,

            byte @Nullable [] hash) {}

    private record Row(
            long seq,
            Instant at,
            @Nullable String actor,
            @Nullable String behalf,
            String action,
            @Nullable String code,
            @Nullable String from,
            @Nullable String to,
            boolean written) {}

    public Result find(Question question, Actor actor) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
        var params = new HashMap<String, Object>();
        var where = conditions(question, params);
        var found = jdbc.sql(
                        "select e.seq, e.recorded_at, e.actor, e.behalf, e.action, e.code, e.from_state, e.to_state,"
                                + " case when e.item_id is not null and exists (select 1 from ledger_opening o"
                                + " where o.event_id = e.event_id) then 1 else 0 end"
                                + " from ledger_event e where " + String.join(" and ", where)
                                + " order by e.seq desc fetch first " + (PAGE + 1) + " rows only")
                .params(params)
                .query((row, number) -> new Row(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9) == 1))
                .list();
        var more = found.size() > PAGE;
        var rows = more ? found.subList(0, PAGE) : found;
        var names = names(rows);
        return new Result(
                rows.stream().map(row -> told(row, names)).toList(),
                more ? rows.get(rows.size() - 1).seq() : null);
    }

    /** The next so many events for whoever audits, newest first; fewer are the last. */
    public List<Sealed> export(Question question, int most, Actor actor) {
        policy.requireSomewhere(actor, Permission.LEDGER_EXPORT);
        var params = new HashMap<String, Object>();
        var where = conditions(question, params);
        return jdbc.sql("select e.seq, e.recorded_at, e.action, e.code, e.from_state, e.to_state, e.actor, e.behalf,"
                        + " l.leaf_index, l.leaf_hash from ledger_event e left join ledger_leaf l on l.event_seq = e.seq"
                        + " and l.log_id = (select max(id) from ledger_log) where " + String.join(" and ", where)
                        + " order by e.seq desc fetch first " + most + " rows only")
                .params(params)
                .query((row, number) -> new Sealed(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, Long.class),
                        row.getBytes(10)))
                .list();
    }

    private List<String> conditions(Question question, Map<String, Object> params) {
        var where = new ArrayList<>(List.of("1 = 1"));
        if (question.who() != null) {
            var names = pseudonyms.of(persons(question.who()));
            where.add("(e.actor in (:names) or e.behalf in (:names))");
            params.put("names", names.isEmpty() ? List.of("-") : names);
        }
        put(where, params, "e.action = :action", "action", question.action());
        put(where, params, "e.code = :code", "code", question.code());
        put(where, params, "e.recorded_at >= :from", "from", timestamp(question.from()));
        put(where, params, "e.recorded_at < :until", "until", timestamp(question.until()));
        put(where, params, "e.seq < :before", "before", question.before());
        return where;
    }

    private static void put(
            List<String> where, Map<String, Object> params, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            params.put(name, value);
        }
    }

    private static @Nullable Object timestamp(@Nullable Instant at) {
        return at == null ? null : java.sql.Timestamp.from(at);
    }

    private Set<UUID> persons(String who) {
        var asked = who.toLowerCase(Locale.ROOT);
        var persons = people.all().stream()
                .filter(person -> person.login().toLowerCase(Locale.ROOT).equals(asked)
                        || person.name().toLowerCase(Locale.ROOT).contains(asked))
                .map(Actor::id)
                .collect(Collectors.toCollection(HashSet::new));
        people.holderOf(who).map(Person::id).ifPresent(persons::add);
        return persons.isEmpty() ? Set.of(new UUID(0, 0)) : persons;
    }

    private Map<String, String> names(List<Row> rows) {
        var all = new HashSet<String>();
        rows.forEach(row -> {
            if (row.actor() != null) {
                all.add(row.actor());
            }
            if (row.behalf() != null) {
                all.add(row.behalf());
            }
        });
        var behind = pseudonyms.people(all);
        var known = people.byId(behind.values());
        return behind.entrySet().stream()
                .filter(entry -> known.containsKey(entry.getValue()))
                .collect(
                        Collectors.toMap(Map.Entry::getKey, entry -> Objects.requireNonNull(known.get(entry.getValue()))
                                .name()));
    }

    private static Found told(Row row, Map<String, String> names) {
        var by = row.actor() == null ? null : names.get(row.actor());
        return new Found(
                row.seq(),
                row.at(),
                by,
                row.actor() != null && by == null,
                row.behalf() == null ? null : names.get(row.behalf()),
                row.action(),
                row.code(),
                row.from(),
                row.to(),
                row.written());
    }
}
