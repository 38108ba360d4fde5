package org.rumbo.recommendation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Page;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.CountryTeam;
import org.rumbo.team.CountryTeams;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts of recommendations, from the listing alone: never an aggregate, never a statement per row. */
@Service
@Transactional(readOnly = true)
public class RecommendationQueries {
    static final int COUNTED_EXACTLY = 1_000;

    private final JdbcClient jdbc;
    private final RecommendationAccess access;
    private final AccessPolicy policy;
    private final CountryTeams teams;
    private final Ageing ageing;
    private final Network network;
    private final Clock clock;

    RecommendationQueries(
            JdbcClient jdbc,
            RecommendationAccess access,
            AccessPolicy policy,
            CountryTeams teams,
            Ageing ageing,
            Network network,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.policy = policy;
        this.teams = teams;
        this.ageing = ageing;
        this.network = network;
        this.clock = clock;
    }

    /** One page of the items that the reader may see and that fit the filter. */
    public Page<RecommendationRow> list(RecommendationFilter filter, Actor actor) {
        policy.requireSomewhere(actor, Permission.ITEM_READ_RELEASED);
        var where = new Where();
        visibleTo(actor, where);
        matching(filter, actor, where);
        return page(filter, counted(where), where);
    }

    private Page<RecommendationRow> page(RecommendationFilter filter, @Nullable Long total, Where where) {
        if (filter.after() != null) {
            ListOrder.after(filter.after(), filter.sort(), where);
        }
        var rows = jdbc.sql("select l.* from recommendation_listing l where " + where.sql() + " order by "
                        + ListOrder.sql(filter.sort()) + " fetch first " + (filter.limit() + 1) + " rows only")
                .params(where.params)
                .query(this::row)
                .list();
        var more = rows.size() > filter.limit();
        var items = more ? rows.subList(0, filter.limit()) : rows;
        return new Page<>(
                List.copyOf(items), total, more ? ListOrder.cursor(filter.sort(), items.get(items.size() - 1)) : null);
    }

    /** The same without counting all, for whoever goes through them to the end. */
    Page<RecommendationRow> block(RecommendationFilter filter, Actor actor) {
        policy.requireSomewhere(actor, Permission.ITEM_READ_RELEASED);
        var where = new Where();
        visibleTo(actor, where);
        matching(filter, actor, where);
        return page(filter, null, where);
    }

    /** How many of the items that fit are late; null where there are more than can be counted cheaply. */
    public @Nullable Long late(RecommendationFilter filter, Actor actor) {
        policy.requireSomewhere(actor, Permission.ITEM_READ_RELEASED);
        var where = new Where();
        visibleTo(actor, where);
        matching(filter, actor, where);
        if (!filter.overdue()) {
            late(where);
        }
        return counted(where);
    }

    private @Nullable Long counted(Where where) {
        var total = jdbc.sql("select count(*) from (select 1 as one from recommendation_listing l where " + where.sql()
                        + " fetch first " + (COUNTED_EXACTLY + 1) + " rows only) counted")
                .params(where.params)
                .query(Long.class)
                .single();
        return total > COUNTED_EXACTLY ? null : total;
    }

    /** The first items that fit of each state, in the filter's order, and how many there are of each in all. */
    public Map<State, OfState> byState(RecommendationFilter filter, Actor actor) {
        policy.requireSomewhere(actor, Permission.ITEM_READ_RELEASED);
        var where = new Where();
        visibleTo(actor, where);
        matching(filter, actor, where);
        var counts = zero();
        jdbc.sql("select l.state, count(*) as n from recommendation_listing l where " + where.sql()
                        + " group by l.state")
                .params(where.params)
                .query(row -> {
                    counts.put(State.valueOf(row.getString("state")), row.getLong("n"));
                });
        var rows = jdbc
                .sql("select * from (select l.*, row_number() over (partition by l.state order by "
                        + ListOrder.sql(filter.sort()) + ") as place from recommendation_listing l where "
                        + where.sql() + ") placed where place <= " + filter.limit() + " order by place")
                .params(where.params)
                .query(this::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(RecommendationRow::state));
        var byState = new EnumMap<State, OfState>(State.class);
        counts.forEach((state, n) -> byState.put(state, new OfState(n, rows.getOrDefault(state, List.of()))));
        return byState;
    }

    public record OfState(long count, List<RecommendationRow> first) {}

    /** How many items are where, as far as the reader may see them. */
    public Summary summary(Actor actor) {
        policy.requireSomewhere(actor, Permission.SUMMARY_READ);
        var where = new Where();
        visibleTo(actor, where);
        where.params.putAll(agedParams());
        var counts = new TreeMap<CountryCode, Map<State, Long>>();
        var unverified = new HashMap<CountryCode, Long>();
        jdbc.sql("select l.country, l.state, count(*) as n,"
                        + " sum(case when l.state_since < :verifiedBefore and l.state in (:ageing) then 1 else 0 end)"
                        + " as aged from recommendation_listing l where " + where.sql()
                        + " group by l.country, l.state")
                .params(where.params)
                .query(row -> {
                    var country = new CountryCode(row.getString("country"));
                    counts.computeIfAbsent(country, none -> zero())
                            .put(State.valueOf(row.getString("state")), row.getLong("n"));
                    unverified.merge(country, row.getLong("aged"), Long::sum);
                });
        var countries = teams.all().stream()
                .map(CountryTeam::country)
                .map(country -> {
                    var byState = counts.getOrDefault(country, zero());
                    return new Summary.OfCountry(
                            country, sum(byState.values()), byState, unverified.getOrDefault(country, 0L));
                })
                .toList();
        var all = zero();
        countries.forEach(country -> country.byState().forEach((state, n) -> all.merge(state, n, Long::sum)));
        return new Summary(
                sum(all.values()),
                all,
                countries.stream().mapToLong(Summary.OfCountry::unverified).sum(),
                countries);
    }

    /** Items that wait for one of the reader's teams, or for a director to assign evaluators; earliest due first. */
    public List<RecommendationRow> waitingFor(Actor actor, int limit) {
        var steps = new ArrayList<String>();
        var own = ownCountries(actor, Role.COORDINATOR);
        var conditions = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        if (!own.isEmpty()) {
            steps.addAll(Arrays.stream(NextStep.values())
                    .filter(NextStep::isOfTeam)
                    .map(Enum::name)
                    .toList());
            conditions.add("(l.country in (:own) and l.next_step in (:steps))");
            params.put("own", own);
            params.put("steps", steps);
        }
        if (policy.permitsSomewhere(actor, Permission.EVALUATORS_ASSIGN)) {
            conditions.add("l.next_step = 'ASSIGN_EVALUATORS'");
        }
        if (conditions.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select l.* from recommendation_listing l where l.audience = 'FULL' and ("
                        + String.join(" or ", conditions) + ") order by l.due, l.code fetch first " + limit
                        + " rows only")
                .params(params)
                .query(this::row)
                .list();
    }

    /** The rows of some items by code, as the reader may see them. */
    public Map<String, RecommendationRow> byCode(Collection<String> codes, Actor actor) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        var where = new Where();
        visibleTo(actor, where);
        where.and("l.code in (:codes)", "codes", List.copyOf(codes));
        return jdbc
                .sql("select l.* from recommendation_listing l where " + where.sql())
                .params(where.params)
                .query(this::row)
                .list()
                .stream()
                .collect(
                        Collectors.toMap(RecommendationRow::code, row -> row, (one, other) -> one, LinkedHashMap::new));
    }

    /** The rows that the reader may see and that fit a condition of this package, in the order of their codes. */
    List<RecommendationRow> rows(Actor actor, String condition, Map<String, ?> params, int most) {
        var where = new Where();
        visibleTo(actor, where);
        where.and(condition);
        where.params.putAll(params);
        return jdbc.sql("select l.* from recommendation_listing l where " + where.sql()
                        + " order by l.code fetch first " + most + " rows only")
                .params(where.params)
                .query(this::row)
                .list();
    }

    /** Id and country of an item, for the steps of its processes. */
    public ItemRef reference(String code) {
        return jdbc.sql("select id, country from recommendation where code = ?")
                .param(code)
                .query((row, number) -> new ItemRef(
                        row.getObject("id", java.util.UUID.class), new CountryCode(row.getString("country"))))
                .single();
    }

    public record ItemRef(java.util.UUID id, CountryCode country) {}

    private static List<String> ownCountries(Actor actor, Role role) {
        return actor.countries().stream()
                .filter(country -> actor.has(role, country))
                .map(CountryCode::iso2)
                .toList();
    }

    void visibleTo(Actor actor, Where where) {
        var full = access.fullCountries(actor);
        if (full.isEmpty()) {
            where.and("l.audience = 'FULL'");
            return;
        }
        var parts = new ArrayList<String>();
        var countries = full.get().stream().map(CountryCode::iso2).toList();
        if (!countries.isEmpty()) {
            parts.add("l.country in (:full)");
            where.params.put("full", countries);
        }
        if (actor.has(Role.EVALUATOR)) {
            parts.add("l.item_id in (select e.recommendation_id from evaluation e join evaluation_assignment a"
                    + " on a.evaluation_id = e.id where a.evaluator = :self and e.status <> 'CANCELLED')");
            where.params.put("self", actor.id());
        }
        where.and(
                parts.isEmpty()
                        ? "l.audience = 'RELEASED'"
                        : "l.audience = case when " + String.join(" or ", parts) + " then 'FULL' else 'RELEASED' end");
        if (!access.readsProposalsOfTeams(actor)) {
            where.and("(l.origin = 'PAPER' or l.state <> 'PROPOSED')");
        }
    }

    private void matching(RecommendationFilter filter, Actor actor, Where where) {
        if (!filter.countries().isEmpty()) {
            where.and(
                    "l.country in (:countries)",
                    "countries",
                    filter.countries().stream().map(CountryCode::iso2).toList());
        }
        if (!filter.states().isEmpty()) {
            where.and(
                    "l.state in (:states)",
                    "states",
                    filter.states().stream().map(Enum::name).toList());
        }
        if (!filter.themes().isEmpty()) {
            var parts = new ArrayList<String>();
            for (var theme : filter.themes()) {
                var name = "theme" + parts.size();
                parts.add("l.themes like :" + name);
                where.params.put(name, "%," + theme + ",%");
            }
            where.and("(" + String.join(" or ", parts) + ")");
        }
        if (filter.addressee() != null) {
            where.and(
                    "lower(l.addressee) like :addressee escape '!'",
                    "addressee",
                    SearchText.pattern(filter.addressee().toLowerCase(java.util.Locale.ROOT)));
        }
        if (filter.query() != null) {
            saying(SearchText.words(filter.query()), List.of(SearchKind.values()), actor, where);
        }
        if (filter.overdue()) {
            late(where);
        }
        if (filter.stale()) {
            where.and(
                    "l.news_at < :staleBefore and l.state not in ('EVALUATED', 'CLOSED')",
                    "staleBefore",
                    Timestamp.from(staleBefore()));
        }
        if (filter.finer().unverified()) {
            unverified(where);
        }
        if (filter.mine()) {
            mine(actor, where);
        }
        FinerConditions.add(filter.finer(), today(), where);
    }

    private void unverified(Where where) {
        where.and("l.state_since < :verifiedBefore and l.state in (:ageing)");
        where.params.putAll(agedParams());
    }

    private Map<String, Object> agedParams() {
        return Map.of(
                "verifiedBefore",
                Timestamp.from(ageing.verifiedBefore()),
                "ageing",
                Arrays.stream(State.values())
                        .filter(State::ages)
                        .map(Enum::name)
                        .toList());
    }

    private void late(Where where) {
        where.and(
                "l.due < :today and l.state in ('PROPOSED', 'UNDER_REVIEW', 'ADOPTED')",
                "today",
                Date.valueOf(today()));
    }

    /** Only items in whose texts, as far as the reader may read them, each of the words occurs. */
    void saying(List<String> words, List<SearchKind> kinds, Actor actor, Where where) {
        if (words.isEmpty()) {
            return;
        }
        where.params.put("outside", outside(actor));
        var among = "";
        if (kinds.size() < SearchKind.values().length) {
            where.params.put("kinds", kinds.stream().map(Enum::name).toList());
            among = " and e.kind in (:kinds)";
        }
        for (var number = 0; number < words.size(); number++) {
            where.and(
                    "exists (select 1 from search_entry e where e.item_id = l.item_id and e.folded like :word" + number
                            + " escape '!'" + among
                            + " and case when l.audience = 'FULL' then e.readers <> 'OUTSIDE'"
                            + " else e.readers in (:outside) end)",
                    "word" + number,
                    SearchText.pattern(words.get(number)));
        }
    }

    /** What those find who do not read an item in full. */
    List<String> outside(Actor actor) {
        return access.readsWithTheNetwork(actor) ? List.of("OUTSIDE", "ALL", "NETWORK") : List.of("OUTSIDE", "ALL");
    }

    private static void mine(Actor actor, Where where) {
        var parts = new ArrayList<String>(List.of("l.owner_id = :me"));
        where.params.put("me", actor.id());
        if (!actor.countries().isEmpty()) {
            parts.add("l.country in (:mine)");
            where.params.put(
                    "mine", actor.countries().stream().map(CountryCode::iso2).toList());
        }
        if (actor.has(Role.DIRECTOR)) {
            parts.add("l.next_step in ('DECIDE_CLAIM', 'ASSIGN_EVALUATORS')");
        }
        if (actor.has(Role.EVALUATOR)) {
            parts.add("l.item_id in (select e.recommendation_id from evaluation e join evaluation_assignment a"
                    + " on a.evaluation_id = e.id where a.evaluator = :me and e.status = 'OPEN')");
        }
        where.and("(" + String.join(" or ", parts) + ")");
    }

    RecommendationRow row(ResultSet row, int number) throws SQLException {
        var titles = new LinkedHashMap<String, String>();
        for (var tag : List.of("en", "es", "pt")) {
            var title = row.getString("title_" + tag);
            if (title != null) {
                titles.put(tag, title);
            }
        }
        var language = row.getString("language");
        var due = row.getObject("due", LocalDate.class);
        var targetDate = due.equals(RecommendationListing.NO_DATE) ? null : due;
        var state = State.valueOf(row.getString("state"));
        var newsAt = instant(row, "news_at");
        var reason = row.getString("close_reason");
        var open = !state.isReached() && state != State.CLOSED;
        return new RecommendationRow(
                row.getString("code"),
                row.getString("country"),
                Origin.valueOf(row.getString("origin")),
                titles.getOrDefault(language, row.getString("code")),
                language,
                titles,
                state,
                instant(row, "state_since"),
                reason == null ? null : CloseReason.valueOf(reason),
                Position.valueOf(row.getString("position")),
                new LevelView(
                        Level.valueOf(row.getString("self_level")), Level.valueOf(row.getString("validated_level"))),
                row.getObject("rating", Integer.class),
                row.getString("addressee"),
                Arrays.stream(row.getString("themes").split(","))
                        .filter(theme -> !theme.isEmpty())
                        .toList(),
                targetDate,
                row.getBoolean("priority"),
                NextStep.valueOf(row.getString("next_step")),
                row.getInt("markers_total"),
                row.getInt("markers_met"),
                open && targetDate != null && targetDate.isBefore(today()),
                state != State.EVALUATED && state != State.CLOSED && newsAt.isBefore(staleBefore()),
                ageing.unverifiedSince(state, instant(row, "state_since")),
                newsAt,
                instant(row, "updated_at"),
                row.getString("audience").equals(RecommendationListing.FULL),
                row.getObject("owner_id", java.util.UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private LocalDate today() {
        return network.day(clock.instant());
    }

    private Instant staleBefore() {
        return clock.instant().minus(network.staleAfter());
    }

    private static Map<State, Long> zero() {
        var counts = new EnumMap<State, Long>(State.class);
        Arrays.stream(State.values()).forEach(state -> counts.put(state, 0L));
        return counts;
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Conditions joined by and, with their parameters; texts of callers only ever become parameters. */
    static final class Where {
        private final List<String> conditions = new ArrayList<>();
        final Map<String, Object> params = new HashMap<>();

        void and(String condition) {
            conditions.add(condition);
        }

        void and(String condition, String name, Object value) {
            conditions.add(condition);
            params.put(name, value);
        }

        String sql() {
            return String.join(" and ", conditions);
        }
    }
}
