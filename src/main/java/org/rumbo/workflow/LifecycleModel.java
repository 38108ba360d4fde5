package org.rumbo.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that code shares with {@code bpmn/recommendation-lifecycle.bpmn}. */
final class LifecycleModel {
    static final String PROCESS = "RecommendationLifecycle";

    static final String START = "StartEvent_Accepted";

    /** Messages: the domain event's name. */
    static final String CLAIM_MADE = "ClaimMade";

    static final String EVALUATORS_ASSIGNED = "EvaluatorsAssigned";
    static final String REOPENED = "Reopened";

    /** The one variable that routes: the name of a state, or {@link #STAY}. */
    static final String MOVE_TO = "moveTo";

    static final String STAY = "NONE";

    static final String CALL_EVALUATION = "Call_Evaluation";

    /** The steps on the way from proposed to evaluated, as people count them. */
    static final List<String> LINE = List.of(
            "State_Proposed",
            "Call_ClaimProposed",
            "State_UnderReview",
            "Call_ClaimUnderReview",
            "State_Adopted",
            "Call_ClaimAdopted",
            "State_Implemented",
            CALL_EVALUATION,
            "State_Evaluated");

    /** Claims beside the line, about going back or leaving it; they count as the state from which they are made. */
    private static final Map<String, String> BESIDE =
            Map.of("Call_ClaimImplemented", "State_Implemented", "Call_ClaimEvaluated", "State_Evaluated");

    private LifecycleModel() {}

    /** Which step on the line this is, from 1; 0 for what is off it. */
    static int placeOf(String activity) {
        return LINE.indexOf(BESIDE.getOrDefault(activity, activity)) + 1;
    }

    /** The receive task in which an item of that state waits: {@code UNDER_REVIEW} waits in {@code State_UnderReview}. */
    static String receiveTaskOf(String stateName) {
        return "State_" + inModel(stateName);
    }

    /** The call activity in which an item of that state waits while a claim is open. */
    static String claimCallOf(String stateName) {
        return "Call_Claim" + inModel(stateName);
    }

    private static String inModel(String stateName) {
        var words = new StringBuilder();
        for (var word : stateName.split("_", -1)) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}
