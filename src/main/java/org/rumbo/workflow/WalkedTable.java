package org.rumbo.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.WalkedPath;

/** Tells the drawings as a table: each step with who left it, when it was entered and left, and with what result. */
final class WalkedTable {
    private static final Map<String, String> WAITS_FOR = Map.of(
            ClaimModel.TASK_REVIEW,
            "director",
            ClaimModel.TASK_COMPLETE,
            "team",
            EvaluationModel.TASK_RATE,
            "evaluator",
            EvaluationModel.TASK_APPROVE,
            "director",
            "State_Implemented",
            "director",
            "State_Evaluated",
            "nobody",
            "State_Closed",
            "nobody");

    private final List<ProcessStanding.Row> rows = new ArrayList<>();
    private @Nullable Instant since;
    private @Nullable Instant lastRating;

    private WalkedTable() {}

    /** For those who read the item in full. */
    static List<ProcessStanding.Row> everyStep(
            List<WalkedPath.Step> steps,
            ProcessStanding standing,
            Map<String, Instant> deadlines,
            Map<String, String> names) {
        var table = new WalkedTable();
        for (var i = 0; i < steps.size(); i++) {
            var by = steps.get(i).by();
            table.left(standing.steps().get(i), by == null, by == null ? null : names.get(by));
        }
        standing.closest().forEach(activity -> table.stands(activity, deadlines.get(activity)));
        return table.rows;
    }

    /** For all others: which states the item passed, by confirmed moves alone. */
    static List<ProcessStanding.Row> life(ProcessStanding standing) {
        var table = new WalkedTable();
        for (var step : standing.steps()) {
            if (step.from() == step.to()) {
                table.left(step, false, null);
            } else {
                var state = LifecycleModel.receiveTaskOf(step.from().name());
                table.left(
                        new ProcessStanding.Step(
                                LifecycleModel.PROCESS, state, step.at(), step.action(), step.from(), step.to()),
                        false,
                        null);
            }
        }
        standing.closest().forEach(activity -> table.stands(activity, null));
        return table.rows;
    }

    private void left(ProcessStanding.Step step, boolean byTimer, @Nullable String person) {
        var begins = step.activity().startsWith("StartEvent_");
        rows.add(new ProcessStanding.Row(
                step.model(),
                step.activity(),
                person,
                byTimer ? "system" : roleOf(step.action()),
                begins ? null : entered(step.activity()),
                step.at(),
                null,
                step));
        if (step.action().equals("evaluation.rate")) {
            lastRating = step.at();
        } else if (!step.activity().startsWith("Timer_")) {
            since = step.at();
            lastRating = null;
        }
    }

    /** Approval begins with the last rating; a timer runs from the moment in which its task was entered. */
    private @Nullable Instant entered(String activity) {
        return activity.equals(EvaluationModel.TASK_APPROVE) && lastRating != null ? lastRating : since;
    }

    private void stands(String activity, @Nullable Instant due) {
        rows.add(new ProcessStanding.Row(
                ProcessStanding.modelOf(activity),
                activity,
                null,
                WAITS_FOR.getOrDefault(activity, "team"),
                entered(activity),
                null,
                due,
                null));
    }

    private static String roleOf(String action) {
        return switch (action) {
            case "claim.make", "claim.withdraw", "item.create" -> "team";
            case "evaluation.rate" -> "evaluator";
            case "claim.remind", "claim.escalate", "reminder.send" -> "system";
            default -> "director";
        };
    }
}
