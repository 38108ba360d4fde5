package org.rumbo.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.rumbo.recommendation.State;

/**
 * Where an item stands in its process models, and how it came there, as far as a reader may know.
 *
 * @param definition the model of its life
 * @param version that model's own version
 * @param current the steps at which it stands: in the model of its life and, for those who read it in full, in what that calls
 * @param steps the steps that were left, oldest first
 */
public record ProcessStanding(String definition, String version, List<String> current, List<Step> steps) {

    /** The ids of the steps that were left, oldest first. */
    @JsonProperty("path")
    public List<String> path() {
        return steps.stream().map(Step::activity).toList();
    }

    /** Where it stands most closely: within what is called, where something is. */
    public List<String> closest() {
        var called = current.stream()
                .filter(activity -> !modelOf(activity).equals(LifecycleModel.PROCESS))
                .toList();
        return called.isEmpty() ? current : called;
    }

    /**
     * A step that was left.
     *
     * @param model the model to which the step belongs
     * @param action the ledger's name of what happened, such as {@code claim.confirm}
     */
    public record Step(String model, String activity, Instant at, String action, State from, State to) {

        /** Whether a returned claim was completed, rather than a new one made. */
        public boolean sentAgain() {
            return activity.equals(ClaimModel.TASK_COMPLETE) && action.equals("claim.make");
        }
    }

    /**
     * A drawing of one model.
     *
     * @param model the model's id
     * @param svg a complete SVG document without scripts and styles
     */
    public record Drawing(String model, String svg) {}

    /** The model to which a step belongs. */
    public static String modelOf(String activity) {
        return switch (activity) {
            case ClaimModel.TASK_REVIEW,
                    ClaimModel.TASK_COMPLETE,
                    ClaimModel.TIMER_DUE_SOON,
                    ClaimModel.TIMER_OVERDUE -> ClaimModel.PROCESS;
            case EvaluationModel.TASK_RATE, EvaluationModel.TASK_APPROVE -> EvaluationModel.PROCESS;
            default -> LifecycleModel.PROCESS;
        };
    }
}
