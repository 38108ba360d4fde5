package org.rumbo.evaluation;

import java.util.Map;
import java.util.UUID;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;

/** What happens while an item is rated. */
public sealed interface EvaluationEvent extends RecommendationFact {

    /**
     * @param replaced whether an open evaluation got other evaluators, rather than being opened
     */
    record EvaluatorsAssigned(About about, boolean replaced, Map<String, ?> detail) implements EvaluationEvent {
        @Override
        public String action() {
            return "evaluators.assign";
        }
    }

    record RatingGiven(About about, UUID evaluator, Map<String, ?> detail, Map<String, String> texts)
            implements EvaluationEvent {
        @Override
        public String action() {
            return "evaluation.rate";
        }
    }

    record EvaluationApproved(About about, int overall, Map<String, ?> detail, Map<String, String> texts)
            implements EvaluationEvent {
        @Override
        public String action() {
            return "evaluation.approve";
        }

        @Override
        public boolean released() {
            return true;
        }
    }

    record EvaluationReturned(About about, Map<String, String> texts) implements EvaluationEvent {
        @Override
        public String action() {
            return "evaluation.return";
        }
    }

    /**
     * @param complete whether it already waited for its approval
     */
    record EvaluationCancelled(About about, boolean complete, Map<String, String> texts) implements EvaluationEvent {
        @Override
        public String action() {
            return "evaluation.cancel";
        }
    }
}
