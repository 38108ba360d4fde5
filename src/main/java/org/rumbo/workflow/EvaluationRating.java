package org.rumbo.workflow;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;

/** Asks the table {@code evaluation-rating} for the overall rating. */
class EvaluationRating {
    static final String DECISION = "EvaluationRating";

    private final DecisionService decisions;

    EvaluationRating(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * The overall rating from 1 (best) to 6.
     *
     * @param sum of the scores of the assessed criteria
     * @param count of the assessed criteria
     * @param worstDecisive the worst of effectiveness, sustainability and, where assessed, impact
     */
    int overall(int sum, int count, int worstDecisive) {
        Integer overall = decisions
                .evaluateDecisionTableByKey(DECISION)
                .variables(Map.of("sum", sum, "count", count, "worstDecisive", worstDecisive))
                .evaluate()
                .getSingleEntry();
        if (overall == null) {
            throw new IllegalArgumentException(
                    "No rating for sum " + sum + ", count " + count + ", worst decisive " + worstDecisive);
        }
        return overall;
    }
}
