package org.rumbo.workflow;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.rumbo.evaluation.OverallRating;

/** Asks the table {@code evaluation-rating} for the overall rating. */
class EvaluationRating implements OverallRating {
    static final String DECISION = "EvaluationRating";

    private final DecisionService decisions;

    EvaluationRating(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public int of(int sum, int count, int worstDecisive) {
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
