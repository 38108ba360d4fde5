package org.rumbo.integration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.integration.CalendarEntry.Kind;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.workflow.Inbox;
import org.rumbo.workflow.InboxItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is due for somebody: the target dates of recommendations that are hers or that she follows, and what waits for her to
 * decide or rate. All of it is read with the rights that she has now, and as far as she may read each.
 */
@Service
@Transactional(readOnly = true)
public class DueDays {
    /** Nothing is due any more for what was implemented or closed. */
    private static final List<State> OPEN = List.of(State.PROPOSED, State.UNDER_REVIEW, State.ADOPTED);

    private static final Map<String, Kind> TASKS =
            Map.of("REVIEW_CLAIM", Kind.DECIDE_CLAIM, "RATE", Kind.RATE, "APPROVE_EVALUATION", Kind.APPROVE_EVALUATION);
    private static final int MOST_PAGES = 5;

    private final RecommendationQueries queries;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final Network network;

    DueDays(RecommendationQueries queries, Inbox inbox, JdbcClient jdbc, Network network) {
        this.queries = queries;
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.network = network;
    }

    /** In the order of days. */
    public List<CalendarEntry> of(Actor actor) {
        var entries = new ArrayList<CalendarEntry>(targets(actor));
        var tasks = inbox.of(actor).items().stream()
                .filter(item -> TASKS.containsKey(item.action()))
                .toList();
        var waiting =
                waiting(tasks.stream().map(item -> item.recommendation().code()).toList(), actor);
        for (var task : tasks) {
            var kind = TASKS.get(task.action());
            var row = task.recommendation();
            var on = kind == null ? null : day(kind, task, waiting.get(row.code()));
            if (kind != null && on != null) {
                entries.add(new CalendarEntry(task.id() + "@rumbo", kind, on, row));
            }
        }
        entries.sort(java.util.Comparator.comparing(CalendarEntry::on).thenComparing(CalendarEntry::uid));
        return entries;
    }

    /** The target date of one recommendation; there is nothing to be had (404) where it has none. */
    public CalendarEntry target(RecommendationCode code, Actor actor) {
        var row = queries.byCode(List.of(code.value()), actor).get(code.value());
        if (row == null || row.targetDate() == null) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        return target(row, row.targetDate(), queries.reference(code.value()).id());
    }

    private List<CalendarEntry> targets(Actor actor) {
        var rows = new TreeMap<String, RecommendationRow>();
        mine(actor).forEach(row -> rows.put(row.code(), row));
        queries.byCode(followed(actor), actor).forEach(rows::putIfAbsent);
        rows.values().removeIf(row -> row.targetDate() == null || !OPEN.contains(row.state()));
        var ids = ids(rows.keySet());
        var entries = new ArrayList<CalendarEntry>();
        rows.forEach((code, row) -> {
            var id = ids.get(code);
            if (row.targetDate() != null && id != null) {
                entries.add(target(row, row.targetDate(), id));
            }
        });
        return entries;
    }

    private static CalendarEntry target(RecommendationRow row, LocalDate on, UUID recommendation) {
        return new CalendarEntry(recommendation + "-target@rumbo", Kind.TARGET_DATE, on, row);
    }

    private List<RecommendationRow> mine(Actor actor) {
        var rows = new ArrayList<RecommendationRow>();
        String after = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var found = queries.list(
                    new RecommendationFilter(
                            List.of(),
                            OPEN,
                            List.of(),
                            null,
                            null,
                            false,
                            false,
                            true,
                            RecommendationFilter.Sort.DUE,
                            RecommendationFilter.MOST,
                            after),
                    actor);
            rows.addAll(found.items());
            after = found.next();
            if (after == null) {
                break;
            }
        }
        return rows;
    }

    /** What she may no longer see is left out when it is looked up. */
    private Set<String> followed(Actor actor) {
        return jdbc.sql("select r.code from recommendation r where r.id in (select f.recommendation_id from"
                        + " recommendation_follow f where f.person_id = :person and f.wanted)"
                        + " or r.country in (select c.country from country_follow c where c.person_id = :person)"
                        + " order by r.code fetch first 1000 rows only")
                .param("person", actor.id())
                .query(String.class)
                .set();
    }

    private Map<String, UUID> ids(Collection<String> codes) {
        var ids = new HashMap<String, UUID>();
        if (!codes.isEmpty()) {
            jdbc.sql("select code, id from recommendation where code in (:codes)")
                    .param("codes", List.copyOf(codes))
                    .query(row -> {
                        ids.put(row.getString("code"), row.getObject("id", UUID.class));
                    });
        }
        return ids;
    }

    /** From when an evaluation has waited for the reader's own rating, and from when for its approval. */
    private record Waiting(
            @Nullable Instant assigned, @Nullable Instant rated) {}

    private Map<String, Waiting> waiting(Collection<String> codes, Actor actor) {
        var waiting = new HashMap<String, Waiting>();
        if (!codes.isEmpty()) {
            jdbc.sql("select r.code, max(case when a.evaluator = :self then a.assigned_at end) as assigned,"
                            + " max(a.rated_at) as rated from recommendation r"
                            + " join evaluation e on e.recommendation_id = r.id and e.status = 'OPEN'"
                            + " join evaluation_assignment a on a.evaluation_id = e.id"
                            + " where r.code in (:codes) group by r.code")
                    .param("self", actor.id())
                    .param("codes", List.copyOf(codes))
                    .query(row -> {
                        waiting.put(
                                row.getString("code"),
                                new Waiting(
                                        instant(row.getObject("assigned", OffsetDateTime.class)),
                                        instant(row.getObject("rated", OffsetDateTime.class))));
                    });
        }
        return waiting;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private @Nullable LocalDate day(Kind kind, InboxItem task, @Nullable Waiting waiting) {
        if (kind == Kind.DECIDE_CLAIM) {
            return task.due();
        }
        if (waiting == null) {
            return null;
        }
        var since = kind == Kind.RATE ? waiting.assigned() : waiting.rated();
        return since == null ? null : network.day(since);
    }
}
