package org.rumbo.recommendation;

import java.util.Map;
import java.util.Optional;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the access policy about items: first whether somebody may see one at all (404), then whether she may act (403, 409). */
@Component
public class RecommendationAccess {
    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final Evaluators evaluators;

    RecommendationAccess(JdbcClient jdbc, AccessPolicy policy, Evaluators evaluators) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.evaluators = evaluators;
    }

    /** Finds an item for a reader; what she may not see does not exist for her (404). */
    public Seen see(RecommendationCode code, Actor actor) {
        return jdbc.sql("select id, country, state, origin from recommendation where code = ?")
                .param(code.value())
                .query((row, number) -> seen(
                        row.getObject("id", java.util.UUID.class),
                        code,
                        new CountryCode(row.getString("country")),
                        State.valueOf(row.getString("state")),
                        Origin.valueOf(row.getString("origin")),
                        actor))
                .optional()
                .filter(seen -> seen.reading() != Reading.NOTHING)
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** The same for an item that is at hand, because it is about to change. */
    Seen see(Recommendation item, Actor actor) {
        var seen = seen(item.id(), item.code(), item.country(), item.state(), item.origin(), actor);
        if (seen.reading() == Reading.NOTHING) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        return seen;
    }

    private Seen seen(
            java.util.UUID id, RecommendationCode code, CountryCode country, State state, Origin origin, Actor actor) {
        var assigned = actor.has(Role.EVALUATOR) && evaluators.isAssigned(id, actor.id());
        var target = new AccessTarget(country, state.letter(), assigned, origin == Origin.PAPER);
        return new Seen(id, code, country, state, origin, assigned, reading(actor, target));
    }

    /** How much somebody may read of an item of which this is known. */
    public Reading reading(Actor actor, AccessTarget target) {
        if (policy.permits(actor, Permission.ITEM_READ_FULL, target)) {
            return Reading.FULL;
        }
        if (policy.permits(actor, Permission.ITEM_READ_NETWORK, target)) {
            return Reading.NETWORK;
        }
        return policy.permits(actor, Permission.ITEM_READ_RELEASED, target) ? Reading.RELEASED : Reading.NOTHING;
    }

    /** Whether somebody else may read what was said about an item for those who see that much. */
    public boolean reads(Actor somebody, Seen item, Visibility said) {
        var assigned = somebody.has(Role.EVALUATOR) && evaluators.isAssigned(item.id(), somebody.id());
        var target = new AccessTarget(item.country(), item.state().letter(), assigned, item.origin() == Origin.PAPER);
        var reading = reading(somebody, target);
        return reading != Reading.NOTHING && said.compareTo(reading.from()) >= 0;
    }

    public boolean permits(Actor actor, Permission permission, Seen seen) {
        return policy.permits(actor, permission, seen.target());
    }

    /** Refuses who may not do this with the item (403), or not in its present state (409). */
    public void require(Actor actor, Permission permission, Seen seen) {
        switch (policy.ask(actor, permission, seen.target())) {
            case PERMITTED -> {}
            case REFUSED -> throw refused(permission, seen);
            case IN_ANOTHER_STATE ->
                throw new DomainException(
                        ProblemType.WRONG_STATE,
                        Map.of(
                                "state",
                                seen.state(),
                                "permission",
                                permission.key(),
                                "country",
                                seen.country().iso2()));
        }
    }

    /** Refuses who may not do this in any state (403): asked before the request's version is compared. */
    public void requireRole(Actor actor, Permission permission, Seen seen) {
        requireOneRole(actor, java.util.Set.of(permission), seen);
    }

    /** Refuses who may do none of these in any state (403). */
    void requireOneRole(Actor actor, java.util.Set<Permission> permissions, Seen seen) {
        if (permissions.stream()
                .allMatch(permission -> policy.ask(actor, permission, seen.target()) == AccessPolicy.Answer.REFUSED)) {
            throw refused(permissions.iterator().next(), seen);
        }
    }

    private static DomainException refused(Permission permission, Seen seen) {
        return new DomainException(
                ProblemType.NOT_PERMITTED,
                Map.of("permission", permission.key(), "country", seen.country().iso2()));
    }

    public AccessPolicy.Answer ask(Actor actor, Permission permission, Seen seen) {
        return policy.ask(actor, permission, seen.target());
    }

    /** The countries whose items the reader reads in full; empty optional where she does so everywhere. */
    public Optional<java.util.Set<CountryCode>> fullCountries(Actor actor) {
        var elsewhere = new AccessTarget(null, null, false, true);
        var everywhere = actor.roles().stream()
                .anyMatch(role -> policy.permits(
                        new Actor(actor.id(), actor.login(), actor.name(), Map.of(), java.util.Set.of(role)),
                        Permission.ITEM_READ_FULL,
                        elsewhere));
        return everywhere ? Optional.empty() : Optional.of(actor.countries());
    }

    /** Whether the reader is shown a team's own proposals before they are under review. */
    boolean readsProposalsOfTeams(Actor actor) {
        return policy.permits(
                actor, Permission.ITEM_READ_RELEASED, new AccessTarget(null, State.PROPOSED.letter(), false, false));
    }

    /** Whether the reader shares, of every item that she sees, what the network shares. */
    boolean readsWithTheNetwork(Actor actor) {
        return policy.permits(actor, Permission.ITEM_READ_NETWORK, new AccessTarget(null, null, false, true));
    }
}
