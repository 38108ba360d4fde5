package org.rumbo.workflow;

import java.util.Map;
import org.rumbo.progress.RoundEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets a round's process follow the round. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RoundEvents {
    private final RoundEngine engine;

    RoundEvents(RoundEngine engine) {
        this.engine = engine;
    }

    @EventListener
    public void on(RoundEvent.RoundOpened event) {
        engine.start(event);
    }

    @EventListener
    public void on(RoundEvent.RoundSubmitted event) {
        engine.complete(event, RoundModel.TASK_SUBMIT, Map.of());
    }

    @EventListener
    public void on(RoundEvent.RoundAccepted event) {
        engine.complete(event, RoundModel.TASK_REVIEW, Map.of(RoundModel.OUTCOME, RoundModel.ACCEPTED));
    }

    @EventListener
    public void on(RoundEvent.RoundReturned event) {
        engine.complete(event, RoundModel.TASK_REVIEW, Map.of(RoundModel.OUTCOME, RoundModel.RETURNED));
    }

    @EventListener
    public void on(RoundEvent.RoundMoved event) {
        engine.move(event);
    }

    /** At the cut-off the process was there first; where all are accepted it has ended by itself. */
    @EventListener
    public void on(RoundEvent.RoundClosed event) {
        if (event.complete()) {
            engine.requireEnded(event);
        } else if (event.by() != null) {
            engine.send(event, RoundModel.ROUND_CLOSED);
        }
    }
}
