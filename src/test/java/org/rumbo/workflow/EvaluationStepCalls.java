package org.rumbo.workflow;

import java.util.Collection;

/** What the evaluation model may ask for; public, because expressions reach public types only. */
public interface EvaluationStepCalls {
    Collection<String> outstanding(String businessKey);

    String approvers(String businessKey);

    int sum(String businessKey);

    int count(String businessKey);

    int worstDecisive(String businessKey);
}
