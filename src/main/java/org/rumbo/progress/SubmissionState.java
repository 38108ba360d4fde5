package org.rumbo.progress;

import java.util.Set;

/** How far a country team is in an update round. The whole way is this table; the model may narrow it, never widen it. */
public enum SubmissionState {
    AWAITED,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    /** Closed while the team had not submitted, or not again. */
    MISSED,
    /** Closed while a director had not decided. */
    UNDECIDED;

    Set<SubmissionState> next() {
        return switch (this) {
            case AWAITED, RETURNED -> Set.of(SUBMITTED, MISSED);
            case SUBMITTED -> Set.of(ACCEPTED, RETURNED, UNDECIDED);
            case ACCEPTED, MISSED, UNDECIDED -> Set.of();
        };
    }

    /** Whether it is the team's turn. */
    public boolean waitsForTeam() {
        return this == AWAITED || this == RETURNED;
    }

    /** What it becomes when the round closes; itself where it is over already. */
    SubmissionState whenClosed() {
        return switch (this) {
            case AWAITED, RETURNED -> MISSED;
            case SUBMITTED -> UNDECIDED;
            case ACCEPTED, MISSED, UNDECIDED -> this;
        };
    }
}
