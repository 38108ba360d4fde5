package org.rumbo.workflow;

import java.util.Map;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;

/**
 * The engine is not where the aggregate expects it: somebody was faster, or model and aggregate disagree. Either way nothing
 * moves.
 */
class WorkflowOutOfStep extends DomainException {
    private static final long serialVersionUID = 1L;

    WorkflowOutOfStep(String code, String step, Throwable cause) {
        super(ProblemType.CHANGED_MEANWHILE, Map.of("code", code, "step", step));
        initCause(cause);
    }

    WorkflowOutOfStep(String code, String step) {
        super(ProblemType.CHANGED_MEANWHILE, Map.of("code", code, "step", step));
    }
}
