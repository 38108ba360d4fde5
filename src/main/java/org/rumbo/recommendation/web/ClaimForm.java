package org.rumbo.recommendation.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimCommand;
import org.rumbo.recommendation.ClaimView;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.Contribution;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.State;
import org.rumbo.shared.TypedDay;

/** A claim as it is typed: the fields of all targets, of which each target takes its own. */
record ClaimForm(
        @Nullable State to,
        @Nullable TypedDay occurredOn,
        @Nullable String statement,
        @Nullable Contribution contribution,
        @Nullable Level level,
        @Nullable List<UUID> evidence,
        @Nullable TypedDay delivered,
        @Nullable String deliveredHow,
        @Nullable CloseReason closeReason,
        @Nullable String supersededBy,
        @Nullable String tag) {
    private static final int LONGEST_STATEMENT = 8000;
    private static final int LONGEST_DELIVERY = 1000;
    private static final int LONGEST_CODE = 40;

    static ClaimForm empty(@Nullable State to) {
        return new ClaimForm(to, null, null, null, null, null, null, null, null, null, null);
    }

    /** A returned claim, to be completed. */
    static ClaimForm of(ClaimView returned) {
        var delivered = returned.delivered();
        return new ClaimForm(
                returned.to(),
                TypedDay.of(returned.occurredOn()),
                returned.statement(),
                returned.contribution(),
                returned.level(),
                returned.evidence(),
                TypedDay.of(delivered == null ? null : delivered.on()),
                delivered == null ? null : delivered.how(),
                returned.closeReason(),
                returned.supersededBy(),
                null);
    }

    public boolean cites(UUID document) {
        return evidence != null && evidence.contains(document);
    }

    State target() {
        var check = new FormCheck();
        var target = check.chosen("to", to, State.PROPOSED);
        check.done();
        return target;
    }

    /** What belongs to another target than the chosen one was typed before the choice changed, and is left out. */
    ClaimCommand toCommand() {
        var check = new FormCheck();
        var target = target();
        var closing = target == State.CLOSED;
        var delivering = target == State.UNDER_REVIEW;
        var newer = check.text("supersededBy", supersededBy, LONGEST_CODE);
        var command = new ClaimCommand(
                target,
                check.day("occurredOn", occurredOn),
                check.text("statement", statement, LONGEST_STATEMENT),
                contribution,
                level,
                evidence == null ? List.of() : evidence,
                delivering ? check.day("delivered", delivered) : null,
                delivering ? check.text("deliveredHow", deliveredHow, LONGEST_DELIVERY) : null,
                closing ? closeReason : null,
                closing && closeReason == CloseReason.SUPERSEDED ? newer : null);
        check.done();
        return command;
    }

    Expected expected() {
        return Tags.expected(tag);
    }
}
