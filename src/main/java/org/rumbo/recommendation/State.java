package org.rumbo.recommendation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where an item is on its route. The whole life cycle is in these tables; the process model may narrow them, never widen
 * them.
 */
public enum State {
    PROPOSED('P'),
    UNDER_REVIEW('R'),
    ADOPTED('A'),
    IMPLEMENTED('I'),
    EVALUATED('E'),
    CLOSED('C');

    private final char letter;

    State(char letter) {
        this.letter = letter;
    }

    /** Whether it says of the world what can be undone unseen, so that it has to be confirmed anew some day. */
    public boolean ages() {
        return this == ADOPTED || isReached();
    }

    /** The state's letter in the access matrix. */
    public char letter() {
        return letter;
    }

    /** What a confirmed claim may move it to, going forward or off the route. */
    Set<State> next() {
        return switch (this) {
            case PROPOSED -> Set.of(UNDER_REVIEW, CLOSED);
            case UNDER_REVIEW -> Set.of(ADOPTED, IMPLEMENTED, CLOSED);
            case ADOPTED -> Set.of(IMPLEMENTED, CLOSED);
            case IMPLEMENTED -> Set.of(CLOSED);
            case EVALUATED, CLOSED -> Set.of();
        };
    }

    /** What a confirmed claim may set it back to. */
    Set<State> regressions() {
        return switch (this) {
            case ADOPTED -> Set.of(UNDER_REVIEW);
            case IMPLEMENTED, EVALUATED -> Set.of(ADOPTED, UNDER_REVIEW);
            default -> Set.of();
        };
    }

    /** What a director may reopen it to; a closed item only to a state that it had before. */
    public Set<State> reopenings() {
        return switch (this) {
            case EVALUATED -> Set.of(IMPLEMENTED, ADOPTED, UNDER_REVIEW);
            case CLOSED -> EnumSet.complementOf(EnumSet.of(CLOSED));
            default -> Set.of();
        };
    }

    /** All targets that a claim may name, in the order of the route. */
    public Set<State> claimable() {
        var targets = EnumSet.noneOf(State.class);
        targets.addAll(next());
        targets.addAll(regressions());
        return targets;
    }

    /** The kind of step from here to the target; empty where no claim leads there. */
    public Optional<Move> moveTo(State target) {
        if (regressions().contains(target)) {
            return Optional.of(Move.REGRESSION);
        }
        if (!next().contains(target)) {
            return Optional.empty();
        }
        return Optional.of(target == CLOSED ? Move.CLOSING : Move.FORWARD);
    }

    /** Whether the thing that it recommends is done, evaluated or not. */
    public boolean isReached() {
        return this == IMPLEMENTED || this == EVALUATED;
    }
}
