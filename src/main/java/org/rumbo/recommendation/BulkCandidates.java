package org.rumbo.recommendation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of recommendations that somebody ticked which ones she can change, and what keeps her from the others. */
@Service
@Transactional(readOnly = true)
public class BulkCandidates {
    private final JdbcClient jdbc;
    private final RecommendationQueries queries;
    private final AccessPolicy policy;

    BulkCandidates(JdbcClient jdbc, RecommendationQueries queries, AccessPolicy policy) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.policy = policy;
    }

    /** Why it cannot be changed now. */
    public enum Obstacle {
        ANOTHER_TEAM,
        STATE,
        FROZEN
    }

    /**
     * @param tag the version that she looks at; null where she cannot change it
     * @param ownerId who looks after it now
     */
    public record Candidate(
            RecommendationRow row,
            @Nullable Obstacle obstacle,
            @Nullable String tag,
            @Nullable UUID ownerId) {}

    private record Standing(
            long version, ClaimStatus claim, @Nullable UUID ownerId) {}

    /** In two statements, however many they are; what she may not see is left out. */
    public List<Candidate> among(Collection<String> codes, Actor actor) {
        var rows = queries.byCode(codes, actor);
        var standings = standings(rows.keySet());
        return rows.values().stream()
                .sorted(java.util.Comparator.comparing(RecommendationRow::code))
                .map(row -> candidate(row, standings.get(row.code()), actor))
                .toList();
    }

    private Candidate candidate(RecommendationRow row, @Nullable Standing standing, Actor actor) {
        var target = new AccessTarget(
                new CountryCode(row.country()), row.state().letter(), false, row.origin() == Origin.PAPER);
        var answer = policy.ask(actor, Permission.ITEM_EDIT, target);
        if (answer == AccessPolicy.Answer.REFUSED || !row.full() || standing == null) {
            return new Candidate(row, Obstacle.ANOTHER_TEAM, null, null);
        }
        if (answer == AccessPolicy.Answer.IN_ANOTHER_STATE) {
            return new Candidate(row, Obstacle.STATE, null, standing.ownerId());
        }
        if (standing.claim() == ClaimStatus.UNDER_REVIEW) {
            return new Candidate(row, Obstacle.FROZEN, null, standing.ownerId());
        }
        return new Candidate(row, null, Expected.tagOf(standing.version()), standing.ownerId());
    }

    private Map<String, Standing> standings(Collection<String> codes) {
        var standings = new HashMap<String, Standing>();
        if (!codes.isEmpty()) {
            jdbc.sql("select code, version, claim_status, owner_id from recommendation where code in (:codes)")
                    .param("codes", List.copyOf(codes))
                    .query(row -> {
                        standings.put(
                                row.getString("code"),
                                new Standing(
                                        row.getLong("version"),
                                        ClaimStatus.valueOf(row.getString("claim_status")),
                                        row.getObject("owner_id", UUID.class)));
                    });
        }
        return standings;
    }
}
