package org.rumbo.workflow;

/** Names that code shares with {@code bpmn/status-claim.bpmn}. */
final class ClaimModel {
    static final String PROCESS = "StatusClaim";

    static final String TASK_REVIEW = "Task_ReviewClaim";
    static final String TASK_COMPLETE = "Task_CompleteClaim";
    static final String TIMER_DUE_SOON = "Timer_DecisionDueSoon";
    static final String TIMER_OVERDUE = "Timer_DecisionOverdue";

    /** Message: the domain event's name. */
    static final String CLAIM_WITHDRAWN = "ClaimWithdrawn";

    /** What the director decided: one of the three below. */
    static final String OUTCOME = "outcome";

    static final String CONFIRMED = "CONFIRMED";
    static final String DISAGREED = "DISAGREED";
    static final String RETURNED = "RETURNED";

    /** Set with the decision or the withdrawal, read by the life of the recommendation. */
    static final String MOVE_TO = LifecycleModel.MOVE_TO;

    /** The name of the bean whose methods the model calls. */
    static final String STEPS = "claimSteps";

    private ClaimModel() {}
}
