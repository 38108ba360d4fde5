package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusClaimProcessTests {
    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    private ProcessInstance claim;

    @BeforeEach
    void make() {
        claim = MODELS.start(ClaimModel.PROCESS);
    }

    @AfterAll
    static void everyStepWasTaken() {
        MODELS.coverage.assertAllStepsTaken("bpmn/status-claim.bpmn", ClaimModel.PROCESS);
    }

    @Test
    void isReviewedByDirectorsUntilItIsDue() {
        assertThat(claim).isWaitingAtExactly(ClaimModel.TASK_REVIEW);
        assertThat(MODELS.task(ClaimModel.TASK_REVIEW))
                .hasCandidateGroup("DIRECTOR")
                .isNotAssigned();
        assertThat(MODELS.task(ClaimModel.TASK_REVIEW).getDueDate()).isEqualTo("2030-01-15T12:00:00.000");
    }

    @Test
    void endsConfirmedWithTheStateToMoveTo() {
        decide(ClaimModel.CONFIRMED, "ADOPTED");

        assertThat(claim)
                .isEnded()
                .hasPassed("EndEvent_ClaimConfirmed")
                .variables()
                .containsEntry("moveTo", "ADOPTED");
    }

    @Test
    void endsDisagreedWithTheStateUnmoved() {
        decide(ClaimModel.DISAGREED, LifecycleModel.STAY);

        assertThat(claim)
                .isEnded()
                .hasPassed("EndEvent_ClaimDisagreed")
                .variables()
                .containsEntry("moveTo", "NONE");
    }

    @Test
    void returnsToItsTeamAndComesBackAsOftenAsNeeded() {
        for (var time = 0; time < 2; time++) {
            returnToTeam();
            assertThat(claim).isWaitingAtExactly(ClaimModel.TASK_COMPLETE);
            assertThat(MODELS.task(ClaimModel.TASK_COMPLETE)).hasCandidateGroup("XA:COORDINATOR");
            MODELS.complete(ClaimModel.TASK_COMPLETE, Map.of());
            assertThat(claim).isWaitingAtExactly(ClaimModel.TASK_REVIEW);
        }
        decide(ClaimModel.CONFIRMED, "CLOSED");
        assertThat(claim).isEnded();
    }

    @Test
    void aReturnedClaimLosesItsTimersAndGetsNewOnesWhenItIsSentAgain() {
        returnToTeam();
        assertThat(MODELS.timer(ClaimModel.TIMER_DUE_SOON)).isNull();
        assertThat(MODELS.timer(ClaimModel.TIMER_OVERDUE)).isNull();

        MODELS.complete(ClaimModel.TASK_COMPLETE, Map.of());

        assertThat(MODELS.timer(ClaimModel.TIMER_DUE_SOON)).isNotNull();
        assertThat(MODELS.timer(ClaimModel.TIMER_OVERDUE)).isNotNull();
    }

    @Test
    void canBeWithdrawnWhileItIsReviewed() {
        withdraw();

        assertThat(claim)
                .isEnded()
                .hasPassed("EndEvent_ClaimWithdrawn")
                .variables()
                .containsEntry("moveTo", "NONE");
    }

    @Test
    void canBeWithdrawnAfterItWasReturned() {
        returnToTeam();

        withdraw();

        assertThat(claim).isEnded().hasPassed("EndEvent_ClaimWithdrawn");
    }

    @Test
    void slowDirectorsAreRemindedAndKeepTheirTask() {
        MODELS.fire(ClaimModel.TIMER_DUE_SOON);

        assertThat(claim).hasPassed("EndEvent_DirectorsReminded").isWaitingAtExactly(ClaimModel.TASK_REVIEW);
        then(MODELS.claimSteps).should().remindDirectors(ModelEngine.KEY);
    }

    @Test
    void anOverdueDecisionIsEscalatedAndTheTaskStays() {
        MODELS.fire(ClaimModel.TIMER_OVERDUE);

        assertThat(claim).hasPassed("EndEvent_ClaimEscalated").isWaitingAtExactly(ClaimModel.TASK_REVIEW);
        then(MODELS.claimSteps).should().escalate(ModelEngine.KEY);
    }

    @Test
    void aReminderThatFailsIsTriedThreeTimesWithPausesAndHoldsNobodyUp() {
        willThrow(new IllegalStateException("mail is down"))
                .given(MODELS.claimSteps)
                .remindDirectors(ModelEngine.KEY);

        assertThatThrownBy(() -> MODELS.fire(ClaimModel.TIMER_DUE_SOON)).hasMessageContaining("mail is down");

        var timer = MODELS.timer(ClaimModel.TIMER_DUE_SOON);
        assertThat(timer.getRetries()).isEqualTo(2);
        assertThat(claim).isWaitingAtExactly(ClaimModel.TASK_REVIEW);
        decide(ClaimModel.CONFIRMED, "ADOPTED");
        assertThat(claim).isEnded();
    }

    @Test
    void aDecisionEndsItWhateverReminderWentOut() {
        MODELS.fire(ClaimModel.TIMER_DUE_SOON);
        MODELS.fire(ClaimModel.TIMER_OVERDUE);

        decide(ClaimModel.CONFIRMED, "ADOPTED");

        assertThat(claim).isEnded();
    }

    @Test
    void anUnknownOutcomeIsRolledBack() {
        assertThatThrownBy(() -> decide("MAYBE", "ADOPTED")).isInstanceOf(ProcessEngineException.class);

        assertThat(claim).isWaitingAtExactly(ClaimModel.TASK_REVIEW);
    }

    @Test
    void cannotBeWithdrawnOnceItIsDecided() {
        decide(ClaimModel.CONFIRMED, "ADOPTED");

        assertThatThrownBy(this::withdraw).isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    private void returnToTeam() {
        MODELS.complete(ClaimModel.TASK_REVIEW, Map.of(ClaimModel.OUTCOME, ClaimModel.RETURNED));
    }

    private void withdraw() {
        MODELS.correlate(ClaimModel.CLAIM_WITHDRAWN, Map.of(ClaimModel.MOVE_TO, LifecycleModel.STAY));
    }

    private void decide(String outcome, String moveTo) {
        MODELS.complete(ClaimModel.TASK_REVIEW, Map.of(ClaimModel.OUTCOME, outcome, ClaimModel.MOVE_TO, moveTo));
    }
}
