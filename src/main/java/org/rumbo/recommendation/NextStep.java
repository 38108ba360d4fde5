package org.rumbo.recommendation;

/** What an item waits for, derived from what it has and where it stands. */
public enum NextStep {
    /** Something of addressee, reading, marker, target date or theme is missing. */
    MAKE_TRACKABLE,
    /** It can be put before its addressee. */
    DELIVER,
    /** It waits for the addressee's decision, to be claimed when it falls. */
    CLAIM_ADOPTION,
    /** It waits for being carried out, to be claimed when it is. */
    CLAIM_IMPLEMENTATION,
    ASSIGN_EVALUATORS,
    DECIDE_CLAIM,
    COMPLETE_CLAIM,
    EVALUATE,
    /** Nothing is to be done. */
    NONE;

    /** Whether the country team has to act, without a task of the engine saying so. */
    public boolean isOfTeam() {
        return switch (this) {
            case MAKE_TRACKABLE, DELIVER, CLAIM_ADOPTION, CLAIM_IMPLEMENTATION -> true;
            default -> false;
        };
    }
}
