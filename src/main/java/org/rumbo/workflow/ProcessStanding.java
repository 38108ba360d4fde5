package org.rumbo.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    /** Which step of the way this is, from 1; 0 where the item is off it. */
    @JsonIgnore
    public int place() {
        return current.stream().mapToInt(LifecycleModel::placeOf).max().orElse(0);
    }

    /** Of how many steps the way has. */
    @JsonIgnore
    public int places() {
        return LifecycleModel.LINE.size();
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
    public record Drawing(String model, String svg) {
        private static final Pattern SIZE = Pattern.compile("^(<svg[^>]*? width=\")([0-9.]+)(\" height=\")([0-9.]+)");

        /** The same in another size, in per cent of that in which its words are as large as a page's. */
        public String in(int percent) {
            return SIZE.matcher(svg)
                    .replaceFirst(size -> size.group(1)
                            + scaled(size.group(2), percent)
                            + size.group(3)
                            + scaled(size.group(4), percent));
        }

        private static long scaled(String length, int percent) {
            return Math.round(Double.parseDouble(length) * percent / 100);
        }
    }

    /**
     * A line of the table that says the same as the drawings.
     *
     * @param person who did it; null where no person did or the reader does not learn names
     * @param role in which she did it: {@code team}, {@code director}, {@code evaluator} or {@code system}; for a step that is
     *     not left yet, who is to, {@code nobody} where nothing is due
     * @param entered null where it was left in the moment in which it was entered
     * @param left null for a step at which the item stands
     * @param due until when it should be left; null where nothing says so
     * @param done what happened; null for a step at which the item stands
     */
    public record Row(
            String model,
            String activity,
            @Nullable String person,
            String role,
            @Nullable Instant entered,
            @Nullable Instant left,
            @Nullable Instant due,
            @Nullable Step done) {}

    /** All of it, as one reader sees it. */
    public record Whole(ProcessStanding standing, List<Drawing> drawings, List<Row> rows) {}

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
