package org.rumbo.workflow;

/** Names that code shares with {@code bpmn/update-round.bpmn}. */
final class RoundModel {
    static final String PROCESS = "UpdateRound";

    static final String TASK_SUBMIT = "Task_SubmitUpdate";
    static final String TASK_REVIEW = "Task_ReviewUpdate";
    static final String TIMER_CUT_OFF = "Timer_CutOff";

    /** Message: the domain event's name. */
    static final String ROUND_CLOSED = "RoundClosed";

    /** The group of the team whose part it is: its coordinators. */
    static final String TEAM = "team";

    /** What the director decided: one of the two below. */
    static final String OUTCOME = "outcome";

    static final String ACCEPTED = "ACCEPTED";
    static final String RETURNED = "RETURNED";

    /** The name of the bean whose methods the model calls. */
    static final String STEPS = "roundSteps";

    private RoundModel() {}
}
