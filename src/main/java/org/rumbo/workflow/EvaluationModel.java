package org.rumbo.workflow;

/** Names that code shares with {@code bpmn/evaluation.bpmn}. */
final class EvaluationModel {
    static final String PROCESS = "Evaluation";

    static final String TASK_RATE = "Task_RateRecommendation";
    static final String TASK_APPROVE = "Task_ApproveEvaluation";

    /** Messages: the domain event's name. */
    static final String EVALUATORS_REPLACED = "EvaluatorsReplaced";

    static final String EVALUATION_CANCELLED = "EvaluationCancelled";

    /** What the director decided: one of the two below; cancelling is a message. */
    static final String OUTCOME = "outcome";

    static final String APPROVED = "APPROVED";
    static final String RETURNED = "RETURNED";

    /** The id of the evaluator whose rating task it is. */
    static final String EVALUATOR = "evaluator";

    /** The overall rating, 1 (best) to 6, as the decision table found it. */
    static final String OVERALL = "overall";

    /** Set with the approval or the cancellation, read by the life of the recommendation. */
    static final String MOVE_TO = LifecycleModel.MOVE_TO;

    /** The name of the bean whose methods the model calls. */
    static final String STEPS = "evaluationSteps";

    private EvaluationModel() {}
}
