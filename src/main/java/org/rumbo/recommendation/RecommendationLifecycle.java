package org.rumbo.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Violation;
import org.rumbo.team.Actor;
import org.rumbo.team.EarlierActs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves recommendations along their route: claims, decisions, withdrawals, reopenings. Each call is one transaction of
 * domain change, ledger event and engine step. Refusals come in the order role, version, state, separation of duties, rules;
 * that is why what somebody typed is read, by a supplier, only when the first four hold.
 */
@Service
@Transactional
public class RecommendationLifecycle {
    private final RecommendationChange change;
    private final Recommendations recommendations;
    private final EvidenceFolder evidence;
    private final ClaimRules rules;
    private final EarlierActs earlierActs;
    private final Network network;

    RecommendationLifecycle(
            RecommendationChange change,
            Recommendations recommendations,
            EvidenceFolder evidence,
            ClaimRules rules,
            EarlierActs earlierActs,
            Network network) {
        this.change = change;
        this.recommendations = recommendations;
        this.evidence = evidence;
        this.rules = rules;
        this.earlierActs = earlierActs;
        this.network = network;
    }

    /** Claims that the item reached another state; after a return this is the resubmission. */
    public void claim(
            RecommendationCode code, State target, Supplier<ClaimCommand> claim, Actor actor, Expected expected) {
        change.make(code, actor, Permission.CLAIM_MAKE, expected, (item, at) -> {
            var move = item.requireClaimable(target);
            var command = claim.get();
            requireRules(item, command, move, at);
            item.claim(command, actor.id(), at);
        });
    }

    public void withdrawClaim(
            RecommendationCode code, Supplier<@Nullable String> reason, Actor actor, Expected expected) {
        change.make(code, actor, Permission.CLAIM_WITHDRAW, expected, (item, at) -> {
            item.requireOpenClaim();
            item.withdrawClaim(requireReason(reason.get()), actor.id(), at);
        });
    }

    /** A director confirms, returns or disputes the claim under review; never one that she made herself. */
    public void decide(RecommendationCode code, Supplier<DecisionCommand> decision, Actor actor, Expected expected) {
        change.make(code, actor, Permission.CLAIM_DECIDE, expected, (item, at) -> {
            var claim = item.claimUnderReview();
            var cited = evidence.findByRecommendationIdAndIdIn(item.id(), claim.evidence());
            requireFourEyes(item, claim, cited, actor);
            var command = decision.get();
            requireCompleteDecision(command, claim);
            switch (command.outcome()) {
                case CONFIRMED -> confirm(item, claim, cited, command, actor, at);
                case RETURNED -> item.returnClaim(reasonOf(command), actor.id(), at);
                case DISAGREED -> item.disagree(levelOf(command), reasonOf(command), actor.id(), at);
            }
        });
    }

    private void confirm(
            Recommendation item, Claim claim, List<Evidence> cited, DecisionCommand command, Actor actor, Instant at) {
        requireRules(item, claim.asCommand(), claim.move(), at);
        for (var document : cited) {
            if (document.awaitsRelease()) {
                document.release(document.requestedVisibility(), actor);
                evidence.save(document);
            }
        }
        item.confirm(command.level(), command.reason(), cited, actor.id(), at);
    }

    /** Takes an evaluated or closed item back onto its route; the one step that a single pair of eyes may take. */
    public void reopen(
            RecommendationCode code, State target, Supplier<@Nullable String> reason, Actor actor, Expected expected) {
        change.make(code, actor, Permission.ITEM_REOPEN, expected, (item, at) -> {
            item.requireReopenable(target);
            item.reopen(target, requireReason(reason.get()), actor.id(), at);
        });
    }

    private static String requireReason(@Nullable String reason) {
        if (reason == null) {
            throw DomainException.ruleNotMet("reason", "reason-required");
        }
        return reason;
    }

    /** Records that directors were reminded of an undecided claim; called by a timer. */
    public void remind(RecommendationCode code) {
        undecided(code, false);
    }

    /** Records that an undecided claim is overdue; called by a timer. */
    public void escalate(RecommendationCode code) {
        undecided(code, true);
    }

    private void undecided(RecommendationCode code, boolean escalated) {
        change.byTimer(code, (item, at) -> item.claimUndecided(escalated, at));
    }

    private void requireFourEyes(Recommendation item, Claim claim, List<Evidence> cited, Actor actor) {
        var made = actor.persons().contains(claim.madeBy())
                || earlierActs.exist(item.id(), actor.persons(), Set.of("claim.make"), claim.firstMadeAt());
        if (made) {
            throw new DomainException(ProblemType.OWN_CLAIM, Map.of("state", item.state()));
        }
        if (cited.stream().anyMatch(document -> document.addedByAnyOf(actor.persons()))) {
            throw new DomainException(ProblemType.OWN_EVIDENCE, Map.of("state", item.state()));
        }
    }

    private static void requireCompleteDecision(DecisionCommand command, Claim claim) {
        var violations = new ArrayList<Violation>();
        var reasonNeeded = command.outcome() != Outcome.CONFIRMED
                || (command.level() != null && claim.level() != null && command.level() != claim.level());
        if (reasonNeeded && command.reason() == null) {
            violations.add(new Violation("reason", "reason-required"));
        }
        if (command.outcome() == Outcome.DISAGREED) {
            if (command.level() == null) {
                violations.add(new Violation("level", "level-required"));
            } else if (command.level() == claim.level()) {
                violations.add(new Violation("level", "level-other-than-claimed"));
            }
        }
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
    }

    private static String reasonOf(DecisionCommand command) {
        return java.util.Objects.requireNonNull(command.reason());
    }

    private static Level levelOf(DecisionCommand command) {
        return java.util.Objects.requireNonNull(command.level());
    }

    private void requireRules(Recommendation item, ClaimCommand claim, Move move, Instant at) {
        var cited = evidence.findByRecommendationIdAndIdIn(item.id(), claim.evidence());
        var violations = new ArrayList<Violation>();
        if (cited.size() < new HashSet<>(claim.evidence()).size()) {
            violations.add(new Violation("evidence", "evidence-of-this-recommendation"));
        }
        notInFuture(violations, "occurredOn", claim.occurredOn(), at);
        notInFuture(violations, "delivered", claim.deliveredOn(), at);
        checkSuperseding(violations, item, claim);
        violations.addAll(rules.violations(facts(item, claim, move, cited)));
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
    }

    private void notInFuture(List<Violation> violations, String field, @Nullable LocalDate day, Instant at) {
        if (day != null && day.isAfter(network.day(at))) {
            violations.add(new Violation(field, "not-in-the-future"));
        }
    }

    private void checkSuperseding(List<Violation> violations, Recommendation item, ClaimCommand claim) {
        var by = claim.supersededBy();
        if (by == null) {
            return;
        }
        if (by.equals(item.code().value())) {
            violations.add(new Violation("supersededBy", "superseding-code-of-another"));
        } else if (!exists(by)) {
            violations.add(new Violation("supersededBy", "superseding-code-unknown"));
        }
    }

    private boolean exists(String code) {
        try {
            return recommendations.existsByCode(new RecommendationCode(code));
        } catch (DomainException notACode) {
            return false;
        }
    }

    private static ClaimRules.Facts facts(Recommendation item, ClaimCommand claim, Move move, List<Evidence> cited) {
        return new ClaimRules.Facts(
                claim.to(),
                move,
                item.addressee() != null,
                item.reading() != null,
                item.markersTotal(),
                item.markersTotal() - item.markersMet(),
                item.expectTotal() - item.expectMet(),
                item.targetDate() != null,
                !item.themes().isEmpty(),
                claim.deliveredOn() != null && claim.deliveredHow() != null,
                cited.stream()
                        .map(Evidence::strength)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                claim.occurredOn() != null,
                claim.statement() != null,
                claim.contribution() != null,
                claim.level(),
                claim.closeReason(),
                claim.supersededBy() != null);
    }

    /** Lets the evaluation phase begin on an implemented item. */
    public About openEvaluation(RecommendationCode code, Actor actor, Consumer<Seen> checks) {
        return phase(code, actor, checks, (item, at) -> item.openEvaluation());
    }

    /** Ends an evaluation without a result. */
    public About endEvaluation(RecommendationCode code, Actor actor, Consumer<Seen> checks) {
        return phase(code, actor, checks, (item, at) -> item.endEvaluation());
    }

    /** Takes an approved evaluation's overall rating: the item is evaluated. */
    public About evaluated(RecommendationCode code, int overall, Actor actor, Consumer<Seen> checks) {
        return phase(code, actor, checks, (item, at) -> item.evaluated(overall, at));
    }

    /**
     * Locks an item for something that a sibling module does to it, and tells its state before and image after.
     *
     * @param checks what must hold before anything is changed
     */
    public About during(RecommendationCode code, Actor actor, Consumer<Seen> checks) {
        return phase(code, actor, checks, (item, at) -> {});
    }

    /** Like {@link #during}, for what is said of an item by a clock, or of many at once, whoever may see each of them. */
    public About lockedFor(RecommendationCode code, @Nullable UUID actor) {
        return change.forRound(code, actor);
    }

    /** Like {@link #during}, for news of progress, which may bring another level of the team's own view. */
    public About progressed(RecommendationCode code, @Nullable Level level, Actor actor, Consumer<Seen> checks) {
        return phase(code, actor, checks, (item, at) -> {
            if (level != null) {
                item.reportLevel(level, at);
            }
            item.news(at);
        });
    }

    private About phase(RecommendationCode code, Actor actor, Consumer<Seen> checks, RecommendationChange.Step step) {
        return change.forSibling(code, actor, checks, step);
    }
}
