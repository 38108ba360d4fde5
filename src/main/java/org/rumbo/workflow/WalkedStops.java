package org.rumbo.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rumbo.recommendation.WalkedPath;

/** Reads from an item's walked steps where its instances stood, one after the other. */
final class WalkedStops {
    private static final String START_OF_CLAIM = "StartEvent_ClaimMade";
    private static final String START_OF_EVALUATION = "StartEvent_EvaluatorsAssigned";
    private static final Map<String, String> TIMER_ENDS = Map.of(
            ClaimModel.TIMER_DUE_SOON, "EndEvent_DirectorsReminded",
            ClaimModel.TIMER_OVERDUE, "EndEvent_ClaimEscalated");

    private WalkedStops() {}

    /** The stops in the life-cycle model, oldest first: states, and the claims and evaluations between them. */
    static List<String> ofLife(List<WalkedPath.Step> steps) {
        var stops = new ArrayList<String>();
        for (var step : steps) {
            var here = LifecycleModel.receiveTaskOf(step.from().name());
            var there = LifecycleModel.receiveTaskOf(step.to().name());
            var claim = LifecycleModel.claimCallOf(step.from().name());
            switch (step.action()) {
                case "item.create" -> visit(stops, LifecycleModel.START, there);
                case "claim.make" -> {
                    if (leavesState(step)) {
                        visit(stops, here, claim);
                    }
                }
                case "claim.confirm", "claim.disagree", "claim.withdraw" -> visit(stops, claim, there);
                case "evaluators.assign" -> {
                    if (leavesState(step)) {
                        visit(stops, here, LifecycleModel.CALL_EVALUATION);
                    }
                }
                case "evaluation.approve", "evaluation.cancel" -> visit(stops, LifecycleModel.CALL_EVALUATION, there);
                case "item.reopen" -> visit(stops, there);
                default -> {}
            }
        }
        return stops;
    }

    /** A claim that is sent again, or evaluators who are replaced, leave the life where it is. */
    private static boolean leavesState(WalkedPath.Step step) {
        return step.activity().startsWith("State_");
    }

    /** Goes to each stop unless it stands there already. */
    private static void visit(List<String> stops, String... next) {
        for (var stop : next) {
            if (stops.isEmpty() || !stops.get(stops.size() - 1).equals(stop)) {
                stops.add(stop);
            }
        }
    }

    /** The stops in the model of the open claim, and beside them what its timers did. */
    static List<List<String>> ofOpenClaim(List<WalkedPath.Step> steps) {
        var stops = new ArrayList<String>(List.of(START_OF_CLAIM, ClaimModel.TASK_REVIEW));
        var beside = new ArrayList<List<String>>();
        for (var step : sinceLast(steps, "claim.make")) {
            if (step.action().equals("claim.return")) {
                stops.add(ClaimModel.TASK_COMPLETE);
            } else if (step.action().equals("claim.make")) {
                stops.add(ClaimModel.TASK_REVIEW);
            } else if (TIMER_ENDS.containsKey(step.activity())) {
                beside.add(List.of(step.activity(), TIMER_ENDS.getOrDefault(step.activity(), "")));
            }
        }
        beside.add(0, stops);
        return beside;
    }

    /** The stops in the model of the open evaluation. */
    static List<List<String>> ofOpenEvaluation(List<WalkedPath.Step> steps, boolean waitsForApproval) {
        var stops = new ArrayList<String>(List.of(START_OF_EVALUATION, EvaluationModel.TASK_RATE));
        for (var step : sinceLast(steps, "evaluators.assign")) {
            if (step.action().equals("evaluators.assign")) {
                stops.add(EvaluationModel.TASK_RATE);
            } else if (step.action().equals("evaluation.return")) {
                stops.add(EvaluationModel.TASK_APPROVE);
                stops.add(EvaluationModel.TASK_RATE);
            }
        }
        if (waitsForApproval) {
            stops.add(EvaluationModel.TASK_APPROVE);
        }
        return List.of(stops);
    }

    /** What came after the step with which the open phase began: the last of its kind that left a state. */
    private static List<WalkedPath.Step> sinceLast(List<WalkedPath.Step> steps, String action) {
        for (var i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).action().equals(action) && leavesState(steps.get(i))) {
                return steps.subList(i + 1, steps.size());
            }
        }
        return List.of();
    }
}
