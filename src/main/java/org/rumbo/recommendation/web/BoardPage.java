package org.rumbo.recommendation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;

/** The board: one column per stop, and where each card can be moved by whom. Moving is the same claim as everywhere. */
@Component
class BoardPage {
    static final int PER_COLUMN = 8;

    private final AccessPolicy policy;

    BoardPage(AccessPolicy policy) {
        this.policy = policy;
    }

    /**
     * One stop.
     *
     * @param more the address of the rest; null where all is shown
     * @param open whether it is unfolded
     */
    record Column(
            State state,
            long count,
            List<Card> cards,
            @Nullable String more,
            boolean open) {

        public long rest() {
            return count - cards.size();
        }
    }

    record Card(ListLine line, List<Step> steps) {

        /** The stops that it can be moved to, for the script that lets it be dragged. */
        public @Nullable String targets() {
            var targets = steps.stream()
                    .map(Step::target)
                    .filter(java.util.Objects::nonNull)
                    .map(State::name)
                    .toList();
            return targets.isEmpty() ? null : String.join(" ", targets);
        }
    }

    /**
     * A form that a card leads to.
     *
     * @param target the stop that it asks for; null where the form asks
     * @param key how it is called where no stop names it
     */
    record Step(@Nullable State target, String key, String href) {}

    Column column(State state, long count, List<ListLine> lines, ListAddress address, Actor actor) {
        var cards = lines.stream()
                .map(line -> new Card(line, steps(line.row(), actor)))
                .toList();
        var rest = count > cards.size() && address.all("state").size() != 1;
        var more = rest ? address.with("state", state.name()).href() : null;
        return new Column(
                state,
                count,
                cards,
                more,
                state != State.CLOSED || address.all("state").contains(state.name()));
    }

    /** Only what policy and life cycle allow; the form itself says what is missing. */
    List<Step> steps(RecommendationRow row, Actor actor) {
        var target = new AccessTarget(
                new CountryCode(row.country()), row.state().letter(), false, row.origin() == Origin.PAPER);
        var steps = new ArrayList<Step>();
        var at = "/recommendations/" + row.code();
        if (row.nextStep() == NextStep.DECIDE_CLAIM) {
            if (policy.permits(actor, Permission.CLAIM_DECIDE, target)) {
                steps.add(new Step(null, "action.decide", at + "/decision"));
            }
            return steps;
        }
        if (row.nextStep() == NextStep.EVALUATE || !row.full()) {
            return steps;
        }
        if (policy.permits(actor, Permission.CLAIM_MAKE, target)) {
            claims(row, at, steps);
        }
        if (policy.permits(actor, Permission.ITEM_REOPEN, target)) {
            steps.add(new Step(null, "action.reopen", at + "/reopen"));
        }
        return steps;
    }

    private static void claims(RecommendationRow row, String at, List<Step> steps) {
        if (row.nextStep() == NextStep.COMPLETE_CLAIM) {
            steps.add(new Step(null, "action.claim.COMPLETE_CLAIM", at + "/claim"));
            return;
        }
        var onward = row.state().claimable();
        Arrays.stream(State.values())
                .filter(onward::contains)
                .map(to -> new Step(to, "state." + to, at + "/claim?to=" + to))
                .forEach(steps::add);
    }
}
