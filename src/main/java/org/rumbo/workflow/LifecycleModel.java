package org.rumbo.workflow;

import java.util.Locale;

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

    private LifecycleModel() {}

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
