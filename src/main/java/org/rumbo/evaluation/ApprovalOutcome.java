package org.rumbo.evaluation;

/** What a director makes of an evaluation's ratings. */
public enum ApprovalOutcome {
    APPROVED,
    RETURNED,
    CANCELLED
}
