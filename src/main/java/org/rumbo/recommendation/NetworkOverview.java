package org.rumbo.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is needed to look at the network as a whole: rows, links, and what waits for whom; one statement for each. */
@Service
@Transactional(readOnly = true)
public class NetworkOverview {
    private static final List<String> OF_OTHERS = List.of("DECIDE_CLAIM", "ASSIGN_EVALUATORS", "EVALUATE");
    private static final String WAITING =
            "select l.*, case l.next_step when 'DECIDE_CLAIM' then coalesce(c.made_at, l.state_since)"
                    + " when 'COMPLETE_CLAIM' then coalesce(c.decided_at, l.state_since)"
                    + " when 'EVALUATE' then coalesce(e.opened_at, l.state_since) else l.state_since end as waits_since,"
                    + " (select count(*) from evaluation_assignment a where a.evaluation_id = e.id and a.rated_at is null)"
                    + " as unrated from recommendation_listing l join recommendation r on r.id = l.item_id"
                    + " left join claim c on c.id = r.claim_id"
                    + " left join evaluation e on e.recommendation_id = l.item_id and e.status = 'OPEN'"
                    + " where l.audience = 'FULL' and (";

    private final RecommendationQueries queries;
    private final JdbcClient jdbc;

    NetworkOverview(RecommendationQueries queries, JdbcClient jdbc) {
        this.queries = queries;
        this.jdbc = jdbc;
    }

    /** All items that the reader may see, in the order of their codes, but not more than so many. */
    public List<RecommendationRow> rows(Actor actor, int most) {
        return queries.rows(actor, "1 = 1", Map.of(), most);
    }

    /** The rows of some items by code, as the reader may see them; asked also where there are none, at the same cost. */
    public Map<String, RecommendationRow> rowsOf(Collection<String> codes, Actor actor) {
        var wanted = codes.isEmpty() ? List.of("") : List.copyOf(Set.copyOf(codes));
        return queries.rows(actor, "l.code in (:codes)", Map.of("codes", wanted), wanted.size()).stream()
                .collect(
                        Collectors.toMap(RecommendationRow::code, row -> row, (one, other) -> one, LinkedHashMap::new));
    }

    /** How these items relate to one another; links that lead out of their circle are nobody's business. */
    public List<ItemLink> links(Set<String> among) {
        return jdbc
                .sql("select from_code, type, to_code from recommendation_link where type <> 'PART_OF'"
                        + " order by type, from_code, to_code")
                .query((row, number) -> new ItemLink(
                        row.getString("from_code"), LinkType.valueOf(row.getString("type")), row.getString("to_code")))
                .list()
                .stream()
                .filter(link -> among.contains(link.from()) && among.contains(link.to()))
                .toList();
    }

    /** Items that the reader looks after and that wait for somebody else, the longest waiting first. */
    public List<WaitingRow> waitingForOthers(Actor actor, int most) {
        var conditions = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        ofTeams(actor, conditions, params);
        if (actor.has(Role.DIRECTOR)) {
            conditions.add("l.next_step in ('COMPLETE_CLAIM', 'EVALUATE')");
        }
        if (actor.has(Role.EVALUATOR)) {
            conditions.add("e.id in (select a.evaluation_id from evaluation_assignment a"
                    + " where a.evaluator = :self and a.rated_at is not null)");
            params.put("self", actor.id());
        }
        if (conditions.isEmpty()) {
            return List.of();
        }
        return waiting(conditions, params, most);
    }

    /** Items with which any director has to do something, the longest waiting first; for those who read everything. */
    public List<WaitingRow> waitingForDirectors(int most) {
        return waiting(
                List.of(
                        "l.next_step in ('DECIDE_CLAIM', 'ASSIGN_EVALUATORS')",
                        "(l.next_step = 'EVALUATE' and not exists (select 1 from evaluation_assignment a"
                                + " where a.evaluation_id = e.id and a.rated_at is null))"),
                Map.of(),
                most);
    }

    private List<WaitingRow> waiting(List<String> conditions, Map<String, Object> params, int most) {
        return jdbc.sql(WAITING + String.join(" or ", conditions) + ") order by waits_since, l.code fetch first " + most
                        + " rows only")
                .params(params)
                .query((row, number) -> {
                    var waits = queries.row(row, number);
                    return new WaitingRow(
                            waits,
                            who(waits.nextStep(), row.getInt("unrated") > 0),
                            RecommendationQueries.instant(row, "waits_since"));
                })
                .list();
    }

    /** A coordinator waits for directors and evaluators, a member for her coordinator, too. */
    private static void ofTeams(Actor actor, List<String> conditions, Map<String, Object> params) {
        if (actor.countries().isEmpty()) {
            return;
        }
        conditions.add("(l.country in (:own) and l.next_step in (:ofOthers))");
        params.put("own", codes(actor.countries()));
        params.put("ofOthers", OF_OTHERS);
        var coordinated = actor.countries().stream()
                .filter(country -> !actor.has(Role.COORDINATOR, country))
                .toList();
        if (!coordinated.isEmpty()) {
            conditions.add("(l.country in (:coordinated) and l.next_step in (:ofCoordinator))");
            params.put("coordinated", codes(coordinated));
            params.put("ofCoordinator", ofCoordinator());
        }
    }

    private static List<String> ofCoordinator() {
        var steps = new ArrayList<String>();
        Arrays.stream(NextStep.values())
                .filter(step -> step.isOfTeam() || step == NextStep.COMPLETE_CLAIM)
                .forEach(step -> steps.add(step.name()));
        return steps;
    }

    private static List<String> codes(Collection<CountryCode> countries) {
        return countries.stream().map(CountryCode::iso2).toList();
    }

    private static Role who(NextStep step, boolean ratingsAreMissing) {
        return switch (step) {
            case DECIDE_CLAIM, ASSIGN_EVALUATORS -> Role.DIRECTOR;
            case EVALUATE -> ratingsAreMissing ? Role.EVALUATOR : Role.DIRECTOR;
            default -> Role.COORDINATOR;
        };
    }
}
