package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.BDDMockito.given;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvaluationProcessTests {
    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    @AfterAll
    static void everyStepWasTaken() {
        MODELS.coverage.assertAllStepsTaken("bpmn/evaluation.bpmn", EvaluationModel.PROCESS);
    }

    @Test
    void eachEvaluatorRatesAndApprovalOpensAfterTheLast() {
        var evaluation = MODELS.start(EvaluationModel.PROCESS);
        assertThat(evaluators()).containsExactly("eva", "otto");

        rate("otto");
        assertThat(evaluators()).containsExactly("eva");
        assertThat(evaluation).hasNotPassed("Task_DetermineRating");

        rate("eva");
        assertThat(evaluation)
                .hasPassed("Task_DetermineRating")
                .isWaitingAtExactly(EvaluationModel.TASK_APPROVE)
                .variables()
                .containsEntry(EvaluationModel.OVERALL, 2);
        assertThat(MODELS.task(EvaluationModel.TASK_APPROVE)).hasCandidateGroup("DIRECTOR");
    }

    @Test
    void endsApproved() {
        var evaluation = rated();

        approve();

        assertThat(evaluation)
                .isEnded()
                .hasPassed("EndEvent_EvaluationApproved")
                .variables()
                .containsEntry("moveTo", "EVALUATED");
    }

    @Test
    void aReturnedEvaluationIsRatedAgainByThoseWhoMust() {
        var evaluation = rated();
        given(MODELS.evaluationSteps.outstanding(ModelEngine.KEY)).willReturn(List.of("eva"));

        returnToEvaluators();
        assertThat(evaluation).isWaitingAt(EvaluationModel.TASK_RATE);
        assertThat(evaluators()).containsExactly("eva");
        given(MODELS.evaluationSteps.worstDecisive(ModelEngine.KEY)).willReturn(5);
        rate("eva");

        assertThat(evaluation).variables().containsEntry(EvaluationModel.OVERALL, 4);
        approve();
        assertThat(evaluation).isEnded();
    }

    @Test
    void otherEvaluatorsReplaceThoseWhoHaveNotRated() {
        var evaluation = MODELS.start(EvaluationModel.PROCESS);
        rate("eva");
        given(MODELS.evaluationSteps.outstanding(ModelEngine.KEY)).willReturn(List.of("ines"));

        replace();

        assertThat(evaluators()).containsExactly("ines");
        rate("ines");
        assertThat(evaluation).isWaitingAtExactly(EvaluationModel.TASK_APPROVE);
    }

    @Test
    void withNobodyLeftToRateApprovalOpensAtOnce() {
        MODELS.start(EvaluationModel.PROCESS);
        rate("eva");
        given(MODELS.evaluationSteps.outstanding(ModelEngine.KEY)).willReturn(List.of());

        replace();

        assertThat(MODELS.task(EvaluationModel.TASK_APPROVE)).isNotNull();
    }

    @Test
    void evaluatorsCannotBeReplacedOnceAllHaveRated() {
        rated();

        assertThatThrownBy(this::replace).isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    @Test
    void canBeCancelledWhileItIsRated() {
        var evaluation = MODELS.start(EvaluationModel.PROCESS);

        cancel();

        assertThat(evaluation)
                .isEnded()
                .hasPassed("EndEvent_EvaluationCancelled")
                .variables()
                .containsEntry("moveTo", "NONE");
    }

    @Test
    void canBeCancelledInsteadOfApproved() {
        var evaluation = rated();

        cancel();

        assertThat(evaluation).isEnded().hasPassed("EndEvent_EvaluationCancelled");
    }

    @Test
    void anUnknownOutcomeIsRolledBack() {
        var evaluation = rated();

        assertThatThrownBy(() ->
                        MODELS.complete(EvaluationModel.TASK_APPROVE, Map.of(EvaluationModel.OUTCOME, "CANCELLED")))
                .isInstanceOf(ProcessEngineException.class);

        assertThat(evaluation).isWaitingAtExactly(EvaluationModel.TASK_APPROVE);
    }

    private ProcessInstance rated() {
        var evaluation = MODELS.start(EvaluationModel.PROCESS);
        rate("eva");
        rate("otto");
        return evaluation;
    }

    private static List<String> evaluators() {
        return MODELS.tasks(EvaluationModel.TASK_RATE).stream()
                .map(Task::getAssignee)
                .toList();
    }

    private void rate(String evaluator) {
        for (var task : MODELS.tasks(EvaluationModel.TASK_RATE)) {
            if (evaluator.equals(task.getAssignee())) {
                MODELS.engine().getTaskService().complete(task.getId());
            }
        }
    }

    private void replace() {
        MODELS.correlate(EvaluationModel.EVALUATORS_REPLACED, Map.of());
    }

    private void cancel() {
        MODELS.correlate(EvaluationModel.EVALUATION_CANCELLED, Map.of(EvaluationModel.MOVE_TO, LifecycleModel.STAY));
    }

    private void approve() {
        MODELS.complete(
                EvaluationModel.TASK_APPROVE,
                Map.of(EvaluationModel.OUTCOME, EvaluationModel.APPROVED, EvaluationModel.MOVE_TO, "EVALUATED"));
    }

    private void returnToEvaluators() {
        MODELS.complete(EvaluationModel.TASK_APPROVE, Map.of(EvaluationModel.OUTCOME, EvaluationModel.RETURNED));
    }
}
