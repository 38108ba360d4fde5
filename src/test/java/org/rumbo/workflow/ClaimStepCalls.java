package org.rumbo.workflow;

/** What the claim model may ask for; public, because expressions reach public types only. */
public interface ClaimStepCalls {
    String reviewers(String businessKey);

    String claimants(String businessKey);

    String decisionDue(String businessKey);

    String remindAfter(String businessKey);

    String escalateAfter(String businessKey);

    void remindDirectors(String businessKey);

    void escalate(String businessKey);
}
