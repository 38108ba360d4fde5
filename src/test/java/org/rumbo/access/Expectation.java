package org.rumbo.access;

import org.rumbo.access.Attempt.About;
import org.rumbo.access.Callers.Caller;
import org.rumbo.team.ExpectedAccess;

/** What the signed-off table, read by hand so to say, has to say about somebody's attempt. */
final class Expectation {
    static final String ALLOWED = "allowed";
    private static final String REFUSED = "403 not-permitted";

    /** How much of an item somebody reads. */
    enum Reading {
        NOTHING,
        RELEASED,
        NETWORK,
        FULL
    }

    private final ExpectedAccess table;

    Expectation(ExpectedAccess table) {
        this.table = table;
    }

    /** {@link #ALLOWED}, or status and problem, in the order of refusals. */
    String of(Attempt attempt, Caller caller, Item item) {
        if (attempt.about() == About.PUBLIC) {
            return ALLOWED;
        }
        if (caller.login() == null) {
            return attempt.isPage() ? refusedVisitor(attempt) : "401 not-signed-in";
        }
        if (attempt.about() == About.SIGNED_IN) {
            return ALLOWED;
        }
        if (attempt.about() == About.ITEM) {
            return reading(caller, item) == Reading.NOTHING ? "404 not-found" : ofSeen(attempt, caller, item);
        }
        return attempt.rows().stream().allMatch(row -> allowsAtAll(row, caller)) ? ALLOWED : REFUSED;
    }

    /** To be shown the sign-in page instead would lose what she wrote. */
    private static String refusedVisitor(Attempt attempt) {
        return attempt.method().equals("GET") ? "302 /login" : "401 session-ended";
    }

    private String ofSeen(Attempt attempt, Caller caller, Item item) {
        for (var row : attempt.rows()) {
            var asked = item.asked(row, caller);
            if (!table.allowsInSomeState(asked)) {
                return REFUSED;
            }
            if (!table.allows(asked)) {
                return "409 wrong-state";
            }
        }
        return ALLOWED;
    }

    /** For what has no state and belongs to no item. */
    private boolean allowsAtAll(String row, Caller caller) {
        return !caller.column().equals(Callers.NO_ROLE)
                && table.allowsInSomeState(new ExpectedAccess.Case(row, caller.column(), 'P', true, true));
    }

    Reading reading(Caller caller, Item item) {
        if (allows("item.read.full", caller, item)) {
            return Reading.FULL;
        }
        if (allows("item.read.network", caller, item)) {
            return Reading.NETWORK;
        }
        return allows("item.read.released", caller, item) ? Reading.RELEASED : Reading.NOTHING;
    }

    /** What was written is told to whoever reads all of the history, and to nobody else. */
    Reading readingOfHistory(Caller caller, Item item) {
        return allows("history.read", caller, item) ? Reading.FULL : Reading.RELEASED;
    }

    private boolean allows(String row, Caller caller, Item item) {
        return !caller.column().equals(Callers.NO_ROLE) && table.allows(item.asked(row, caller));
    }
}
