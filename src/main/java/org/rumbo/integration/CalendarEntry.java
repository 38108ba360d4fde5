package org.rumbo.integration;

import java.time.LocalDate;
import org.rumbo.recommendation.RecommendationRow;

/**
 * A day on which something is due, with as much of its recommendation as the reader may see.
 *
 * @param uid the same as long as it is the same thing, whoever reads it and whatever changes about it
 */
public record CalendarEntry(String uid, Kind kind, LocalDate on, RecommendationRow recommendation) {

    /** What is due. */
    public enum Kind {
        TARGET_DATE,
        DECIDE_CLAIM,
        /** Has no day by which it must be done, so it stands on the one from which it waits. */
        RATE,
        /** Likewise. */
        APPROVE_EVALUATION
    }
}
