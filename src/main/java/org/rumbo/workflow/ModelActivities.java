package org.rumbo.workflow;

import org.jspecify.annotations.Nullable;
import org.rumbo.evaluation.EvaluationEvent;
import org.rumbo.recommendation.ProcessActivities;
import org.rumbo.recommendation.RecommendationEvent;
import org.rumbo.recommendation.RecommendationFact;
import org.springframework.stereotype.Component;

/** Which step of the models each fact left behind. */
@Component
class ModelActivities implements ProcessActivities {
    @Override
    public @Nullable String leftBy(RecommendationFact fact) {
        if (fact instanceof RecommendationEvent event) {
            return ofRecommendation(event);
        }
        return fact instanceof EvaluationEvent event ? ofEvaluation(event) : null;
    }

    private static @Nullable String ofRecommendation(RecommendationEvent event) {
        if (event instanceof RecommendationEvent.Accepted) {
            return LifecycleModel.START;
        }
        if (event instanceof RecommendationEvent.ClaimMade made) {
            return made.resubmitted()
                    ? ClaimModel.TASK_COMPLETE
                    : LifecycleModel.receiveTaskOf(event.about().from().name());
        }
        if (event instanceof RecommendationEvent.ClaimWithdrawn withdrawn) {
            return withdrawn.returned() ? ClaimModel.TASK_COMPLETE : ClaimModel.TASK_REVIEW;
        }
        if (event instanceof RecommendationEvent.ClaimConfirmed
                || event instanceof RecommendationEvent.ClaimReturned
                || event instanceof RecommendationEvent.ClaimDisagreed) {
            return ClaimModel.TASK_REVIEW;
        }
        if (event instanceof RecommendationEvent.ClaimReminded) {
            return ClaimModel.TIMER_DUE_SOON;
        }
        if (event instanceof RecommendationEvent.ClaimEscalated) {
            return ClaimModel.TIMER_OVERDUE;
        }
        return event instanceof RecommendationEvent.Reopened
                ? LifecycleModel.receiveTaskOf(event.about().from().name())
                : null;
    }

    private static @Nullable String ofEvaluation(EvaluationEvent event) {
        if (event instanceof EvaluationEvent.EvaluatorsAssigned assigned) {
            return assigned.replaced()
                    ? EvaluationModel.TASK_RATE
                    : LifecycleModel.receiveTaskOf(event.about().from().name());
        }
        if (event instanceof EvaluationEvent.EvaluationCancelled cancelled) {
            return cancelled.complete() ? EvaluationModel.TASK_APPROVE : EvaluationModel.TASK_RATE;
        }
        return event instanceof EvaluationEvent.RatingGiven ? EvaluationModel.TASK_RATE : EvaluationModel.TASK_APPROVE;
    }
}
