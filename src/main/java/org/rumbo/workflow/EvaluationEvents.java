package org.rumbo.workflow;

import java.util.Map;
import org.rumbo.evaluation.EvaluationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the evaluation's process follow its ratings and their approval. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EvaluationEvents {
    private final EngineSteps engine;

    EvaluationEvents(EngineSteps engine) {
        this.engine = engine;
    }

    @EventListener
    public void on(EvaluationEvent.EvaluatorsAssigned event) {
        engine.send(
                event.about(),
                event.replaced() ? EvaluationModel.EVALUATORS_REPLACED : LifecycleModel.EVALUATORS_ASSIGNED,
                Map.of());
    }

    @EventListener
    public void on(EvaluationEvent.RatingGiven event) {
        engine.complete(event.about(), EvaluationModel.TASK_RATE, event.evaluator(), Map.of(), null);
    }

    /** The model found a rating of its own from the same scores: if the two differ, nothing is approved. */
    @EventListener
    public void on(EvaluationEvent.EvaluationApproved event) {
        var found = engine.complete(
                event.about(),
                EvaluationModel.TASK_APPROVE,
                null,
                Map.of(
                        EvaluationModel.OUTCOME,
                        EvaluationModel.APPROVED,
                        EvaluationModel.MOVE_TO,
                        event.about().to().name()),
                EvaluationModel.OVERALL);
        if (!(found instanceof Number overall) || overall.intValue() != event.overall()) {
            throw new WorkflowOutOfStep(event.about().code().value(), "overall rating " + found);
        }
    }

    @EventListener
    public void on(EvaluationEvent.EvaluationReturned event) {
        engine.complete(
                event.about(),
                EvaluationModel.TASK_APPROVE,
                null,
                Map.of(EvaluationModel.OUTCOME, EvaluationModel.RETURNED),
                null);
    }

    @EventListener
    public void on(EvaluationEvent.EvaluationCancelled event) {
        engine.send(
                event.about(),
                EvaluationModel.EVALUATION_CANCELLED,
                Map.of(EvaluationModel.MOVE_TO, LifecycleModel.STAY));
    }
}
