package org.rumbo.workflow;

import java.util.Map;
import org.rumbo.recommendation.RecommendationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the processes follow what happened to a recommendation, in the transaction in which it happened. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClaimEvents {
    private final EngineSteps engine;

    ClaimEvents(EngineSteps engine) {
        this.engine = engine;
    }

    @EventListener
    public void on(RecommendationEvent.Accepted event) {
        engine.start(event.about());
    }

    @EventListener
    public void on(RecommendationEvent.ClaimMade event) {
        if (event.resubmitted()) {
            engine.complete(event.about(), ClaimModel.TASK_COMPLETE, null, Map.of(), null);
        } else {
            engine.send(event.about(), LifecycleModel.CLAIM_MADE, Map.of());
        }
    }

    @EventListener
    public void on(RecommendationEvent.ClaimWithdrawn event) {
        engine.send(event.about(), ClaimModel.CLAIM_WITHDRAWN, Map.of(ClaimModel.MOVE_TO, LifecycleModel.STAY));
    }

    @EventListener
    public void on(RecommendationEvent.ClaimConfirmed event) {
        var target = event.about().to().name();
        review(event, Map.of(ClaimModel.OUTCOME, ClaimModel.CONFIRMED, ClaimModel.MOVE_TO, target));
    }

    @EventListener
    public void on(RecommendationEvent.ClaimReturned event) {
        review(event, Map.of(ClaimModel.OUTCOME, ClaimModel.RETURNED));
    }

    @EventListener
    public void on(RecommendationEvent.ClaimDisagreed event) {
        review(event, Map.of(ClaimModel.OUTCOME, ClaimModel.DISAGREED, ClaimModel.MOVE_TO, LifecycleModel.STAY));
    }

    @EventListener
    public void on(RecommendationEvent.Reopened event) {
        engine.send(
                event.about(),
                LifecycleModel.REOPENED,
                Map.of(LifecycleModel.MOVE_TO, event.about().to().name()));
    }

    private void review(RecommendationEvent event, Map<String, Object> decision) {
        engine.complete(event.about(), ClaimModel.TASK_REVIEW, null, decision, null);
    }
}
