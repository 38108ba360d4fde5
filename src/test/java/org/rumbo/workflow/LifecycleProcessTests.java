package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleProcessTests {
    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    private ProcessInstance life;

    @BeforeEach
    void accept() {
        life = MODELS.start(LifecycleModel.PROCESS);
    }

    @AfterAll
    static void everyStepWasTaken() {
        MODELS.coverage.assertAllStepsTaken("bpmn/recommendation-lifecycle.bpmn", LifecycleModel.PROCESS);
    }

    @Test
    void waitsAsProposedUnderTheRecommendationsCode() {
        assertThat(life).isWaitingAt("State_Proposed").hasBusinessKey(ModelEngine.KEY);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "PROPOSED, UNDER_REVIEW",
        "PROPOSED, CLOSED",
        "UNDER_REVIEW, ADOPTED",
        "UNDER_REVIEW, IMPLEMENTED",
        "UNDER_REVIEW, CLOSED",
        "ADOPTED, IMPLEMENTED",
        "ADOPTED, UNDER_REVIEW",
        "ADOPTED, CLOSED",
        "IMPLEMENTED, ADOPTED",
        "IMPLEMENTED, UNDER_REVIEW",
        "IMPLEMENTED, CLOSED",
        "EVALUATED, ADOPTED",
        "EVALUATED, UNDER_REVIEW"
    })
    void aConfirmedClaimMovesIt(String from, String to) {
        bringTo(from);
        claim();
        assertThat(life).isWaitingAt(LifecycleModel.claimCallOf(from));

        decide(ClaimModel.CONFIRMED, to);

        isIn(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPOSED", "UNDER_REVIEW", "ADOPTED", "IMPLEMENTED", "EVALUATED"})
    void staysWhereItWasAfterADisagreement(String state) {
        bringTo(state);
        claim();

        decide(ClaimModel.DISAGREED, LifecycleModel.STAY);

        isIn(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPOSED", "UNDER_REVIEW", "ADOPTED", "IMPLEMENTED", "EVALUATED"})
    void staysWhereItWasAfterAWithdrawal(String state) {
        bringTo(state);
        claim();

        MODELS.correlate(ClaimModel.CLAIM_WITHDRAWN, Map.of(ClaimModel.MOVE_TO, LifecycleModel.STAY));

        isIn(state);
    }

    @Test
    void aReturnedClaimIsSentAgainAndThenMovesIt() {
        claim();
        MODELS.complete(ClaimModel.TASK_REVIEW, Map.of(ClaimModel.OUTCOME, ClaimModel.RETURNED));
        assertThat(life).isWaitingAt("Call_ClaimProposed");
        MODELS.complete(ClaimModel.TASK_COMPLETE, Map.of());

        decide(ClaimModel.CONFIRMED, "CLOSED");

        isIn("CLOSED");
    }

    @Test
    void aReturnedClaimCanBeWithdrawn() {
        claim();
        MODELS.complete(ClaimModel.TASK_REVIEW, Map.of(ClaimModel.OUTCOME, ClaimModel.RETURNED));

        MODELS.correlate(ClaimModel.CLAIM_WITHDRAWN, Map.of(ClaimModel.MOVE_TO, LifecycleModel.STAY));

        isIn("PROPOSED");
    }

    @Test
    void anApprovedEvaluationMakesItEvaluated() {
        bringTo("IMPLEMENTED");
        MODELS.correlate(LifecycleModel.EVALUATORS_ASSIGNED, Map.of());
        assertThat(life).isWaitingAt(LifecycleModel.CALL_EVALUATION);

        approve();

        isIn("EVALUATED");
    }

    @Test
    void aCancelledEvaluationLeavesItImplemented() {
        bringTo("IMPLEMENTED");
        MODELS.correlate(LifecycleModel.EVALUATORS_ASSIGNED, Map.of());

        MODELS.correlate(EvaluationModel.EVALUATION_CANCELLED, Map.of(EvaluationModel.MOVE_TO, LifecycleModel.STAY));

        isIn("IMPLEMENTED");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "EVALUATED, IMPLEMENTED",
        "EVALUATED, ADOPTED",
        "EVALUATED, UNDER_REVIEW",
        "CLOSED, PROPOSED",
        "CLOSED, UNDER_REVIEW",
        "CLOSED, ADOPTED",
        "CLOSED, IMPLEMENTED",
        "CLOSED, EVALUATED"
    })
    void aDirectorReopensIt(String from, String to) {
        bringTo(from);

        reopen(to);

        isIn(to);
    }

    @ParameterizedTest(name = "{0} -x-> {1}")
    @CsvSource({
        "PROPOSED, ADOPTED",
        "PROPOSED, IMPLEMENTED",
        "PROPOSED, EVALUATED",
        "UNDER_REVIEW, PROPOSED",
        "ADOPTED, EVALUATED",
        "IMPLEMENTED, EVALUATED",
        "EVALUATED, IMPLEMENTED",
        "EVALUATED, CLOSED"
    })
    void aMoveThatIsNotDrawnFailsAndIsRolledBack(String from, String to) {
        bringTo(from);
        claim();

        assertThatThrownBy(() -> decide(ClaimModel.CONFIRMED, to)).isInstanceOf(ProcessEngineException.class);

        assertThat(life).isWaitingAt(LifecycleModel.claimCallOf(from));
        assertThat(MODELS.task(ClaimModel.TASK_REVIEW)).isNotNull();
        decide(ClaimModel.DISAGREED, LifecycleModel.STAY);
        isIn(from);
    }

    @ParameterizedTest(name = "{0} -x-> {1}")
    @CsvSource({"EVALUATED, PROPOSED", "EVALUATED, CLOSED", "CLOSED, CLOSED"})
    void aReopeningThatIsNotDrawnFailsAndIsRolledBack(String from, String to) {
        bringTo(from);

        assertThatThrownBy(() -> reopen(to)).isInstanceOf(ProcessEngineException.class);

        isIn(from);
    }

    @Test
    void refusesASecondClaimWhileOneIsOpen() {
        claim();

        assertThatThrownBy(this::claim).isInstanceOf(MismatchingMessageCorrelationException.class);

        assertThat(life).isWaitingAt("Call_ClaimProposed");
    }

    @Test
    void refusesAClaimWhileAnEvaluationIsOpen() {
        bringTo("IMPLEMENTED");
        MODELS.correlate(LifecycleModel.EVALUATORS_ASSIGNED, Map.of());

        assertThatThrownBy(this::claim).isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    @Test
    void refusesAClaimWhenClosedAndAReopeningWhenNot() {
        assertThatThrownBy(() -> reopen("PROPOSED")).isInstanceOf(MismatchingMessageCorrelationException.class);
        bringTo("CLOSED");

        assertThatThrownBy(this::claim).isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    @Test
    void givesItsBusinessKeyToTheClaim() {
        claim();

        assertThat(MODELS.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ClaimModel.PROCESS)
                        .singleResult())
                .hasBusinessKey(ModelEngine.KEY);
    }

    private void bringTo(String state) {
        switch (state) {
            case "PROPOSED" -> {}
            case "UNDER_REVIEW" -> move("UNDER_REVIEW");
            case "ADOPTED" -> {
                bringTo("UNDER_REVIEW");
                move("ADOPTED");
            }
            case "IMPLEMENTED" -> {
                bringTo("ADOPTED");
                move("IMPLEMENTED");
            }
            case "EVALUATED" -> {
                bringTo("IMPLEMENTED");
                MODELS.correlate(LifecycleModel.EVALUATORS_ASSIGNED, Map.of());
                approve();
            }
            case "CLOSED" -> move("CLOSED");
            default -> throw new IllegalArgumentException(state);
        }
        isIn(state);
    }

    private void move(String to) {
        claim();
        decide(ClaimModel.CONFIRMED, to);
    }

    private void claim() {
        MODELS.correlate(LifecycleModel.CLAIM_MADE, Map.of());
    }

    private void decide(String outcome, String moveTo) {
        MODELS.complete(ClaimModel.TASK_REVIEW, Map.of(ClaimModel.OUTCOME, outcome, ClaimModel.MOVE_TO, moveTo));
    }

    private void reopen(String to) {
        MODELS.correlate(LifecycleModel.REOPENED, Map.of(LifecycleModel.MOVE_TO, to));
    }

    private void approve() {
        for (var task : MODELS.tasks(EvaluationModel.TASK_RATE)) {
            MODELS.engine().getTaskService().complete(task.getId());
        }
        MODELS.complete(
                EvaluationModel.TASK_APPROVE,
                Map.of(EvaluationModel.OUTCOME, EvaluationModel.APPROVED, EvaluationModel.MOVE_TO, "EVALUATED"));
    }

    private void isIn(String state) {
        assertThat(life).isWaitingAtExactly(LifecycleModel.receiveTaskOf(state)).isNotEnded();
    }
}
