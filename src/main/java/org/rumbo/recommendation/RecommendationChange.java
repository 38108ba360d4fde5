package org.rumbo.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in which an item changes: lock its row, check, change, write, and only then let the ledger and the engine
 * follow. Because the row is locked first, two who act at once are put in order and the second decides on what the first
 * one left.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecommendationChange {
    private final Recommendations recommendations;
    private final RecommendationAccess access;
    private final RecommendationListing listing;
    private final SearchIndex search;
    private final Translations translations;
    private final Clock clock;

    RecommendationChange(
            Recommendations recommendations,
            RecommendationAccess access,
            RecommendationListing listing,
            SearchIndex search,
            Translations translations,
            Clock clock) {
        this.recommendations = recommendations;
        this.access = access;
        this.listing = listing;
        this.search = search;
        this.translations = translations;
        this.clock = clock;
    }

    interface Step {
        void take(Recommendation item, Instant at);
    }

    /** For a request that several permissions may open; the step asks for the one that it turns out to need. */
    Recommendation makeAny(
            RecommendationCode code, Actor actor, Set<Permission> permissions, Expected expected, Step step) {
        var item = lock(code);
        var seen = access.see(item, actor);
        access.requireOneRole(actor, permissions, seen);
        requireVersion(item, expected, seen);
        step.take(item, clock.instant());
        return save(item);
    }

    /** Refuses in the order role (403), version (412), state (409); the step itself refuses the rest. */
    Recommendation make(RecommendationCode code, Actor actor, Permission permission, Expected expected, Step step) {
        var item = lock(code);
        var seen = access.see(item, actor);
        access.requireRole(actor, permission, seen);
        requireVersion(item, expected, seen);
        access.require(actor, permission, seen);
        step.take(item, clock.instant());
        return save(item);
    }

    /** A change that a timer makes: no person, no permission, the same transaction. */
    void byTimer(RecommendationCode code, Step step) {
        var item = lock(code);
        step.take(item, clock.instant());
        save(item);
    }

    About forSibling(RecommendationCode code, Actor actor, Consumer<Seen> checks, Step step) {
        var item = lock(code);
        checks.accept(access.see(item, actor));
        var from = item.state();
        var at = clock.instant();
        step.take(item, at);
        save(item);
        if (item.state() != from) {
            listing.release(item);
            search.refresh(item);
        }
        return item.about(from, actor.id(), at);
    }

    /** Nobody in particular needs a right to it: what is recorded is that nothing was said. */
    About forRound(RecommendationCode code, @Nullable UUID actor) {
        var item = lock(code);
        return item.about(item.state(), actor, clock.instant());
    }

    /** Writes the item, which tells its events to ledger and engine, and brings lists and search up to date. */
    Recommendation save(Recommendation item) {
        var confirmed = item.tellsConfirmedFact();
        var worded = item.worded();
        var saved = recommendations.saveAndFlush(item);
        listing.show(saved);
        if (confirmed) {
            listing.release(saved);
        }
        if (worded != null) {
            translations.follow(saved, worded);
        }
        search.refresh(saved);
        return saved;
    }

    Recommendation lock(RecommendationCode code) {
        return recommendations.findForChange(code).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private static void requireVersion(Recommendation item, Expected expected, Seen seen) {
        if (!expected.fits(item)) {
            throw new DomainException(
                    ProblemType.VERSION_MISMATCH,
                    Map.of("current", Expected.tagOf(item.version()), "state", seen.state()));
        }
    }

    Instant now() {
        return clock.instant();
    }
}
