package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpdateRoundProcessTests {
    private static final String ALBORIA = "XA:COORDINATOR";
    private static final String BRESALIA = "XB:COORDINATOR";

    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    @AfterAll
    static void everyStepWasTaken() {
        MODELS.coverage.assertAllStepsTaken("bpmn/update-round.bpmn", RoundModel.PROCESS);
    }

    @Test
    void everyTeamHasABranchAndATaskForItsCoordinators() {
        MODELS.start(RoundModel.PROCESS);

        assertThat(teamsAt(RoundModel.TASK_SUBMIT)).containsExactlyInAnyOrder(ALBORIA, BRESALIA);
        assertThat(task(RoundModel.TASK_SUBMIT, ALBORIA)).hasCandidateGroup(ALBORIA);
        assertThat(task(RoundModel.TASK_SUBMIT, ALBORIA).getDueDate()).isNotNull();
    }

    @Test
    void aLateTeamHoldsNobodyBack() {
        var round = MODELS.start(RoundModel.PROCESS);

        submit(ALBORIA);
        review(ALBORIA, RoundModel.ACCEPTED);

        assertThat(teamsAt(RoundModel.TASK_REVIEW)).isEmpty();
        assertThat(teamsAt(RoundModel.TASK_SUBMIT)).containsExactly(BRESALIA);
        assertThat(round).isNotEnded();
    }

    @Test
    void aReturnedUpdateGoesBackToItsTeamAndNoOther() {
        MODELS.start(RoundModel.PROCESS);
        submit(ALBORIA);
        submit(BRESALIA);
        assertThat(task(RoundModel.TASK_REVIEW, ALBORIA)).hasCandidateGroup("DIRECTOR");

        review(ALBORIA, RoundModel.RETURNED);

        assertThat(teamsAt(RoundModel.TASK_SUBMIT)).containsExactly(ALBORIA);
        assertThat(teamsAt(RoundModel.TASK_REVIEW)).containsExactly(BRESALIA);
        review(BRESALIA, RoundModel.ACCEPTED);
        submit(ALBORIA);
        assertThat(teamsAt(RoundModel.TASK_REVIEW)).containsExactly(ALBORIA);
    }

    @Test
    void endsWhenAllAreAccepted() {
        var round = MODELS.start(RoundModel.PROCESS);
        for (var team : List.of(ALBORIA, BRESALIA)) {
            submit(team);
            review(team, RoundModel.ACCEPTED);
        }

        assertThat(round).isEnded().hasPassed("EndEvent_AllAccepted");
        then(MODELS.roundSteps).should(never()).closeRound(ModelEngine.KEY);
    }

    @Test
    void theCutOffClosesWhateverIsOpen() {
        var round = MODELS.start(RoundModel.PROCESS);
        submit(ALBORIA);

        MODELS.fire(RoundModel.TIMER_CUT_OFF);

        assertThat(round).isEnded().hasPassed("EndEvent_CutOff");
        then(MODELS.roundSteps).should().closeRound(ModelEngine.KEY);
    }

    @Test
    void aDirectorClosesItBefore() {
        var round = MODELS.start(RoundModel.PROCESS);
        submit(ALBORIA);

        MODELS.correlate(RoundModel.ROUND_CLOSED, Map.of());

        assertThat(round).isEnded().hasPassed("EndEvent_RoundClosed");
        then(MODELS.roundSteps).should(never()).closeRound(ModelEngine.KEY);
        assertThatThrownBy(() -> MODELS.correlate(RoundModel.ROUND_CLOSED, Map.of()))
                .isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    private static List<String> teamsAt(String task) {
        return MODELS.tasks(task).stream().map(UpdateRoundProcessTests::teamOf).toList();
    }

    private static String teamOf(Task task) {
        return (String) MODELS.engine().getTaskService().getVariable(task.getId(), RoundModel.TEAM);
    }

    private static Task task(String id, String team) {
        return MODELS.tasks(id).stream()
                .filter(task -> teamOf(task).equals(team))
                .findFirst()
                .orElseThrow();
    }

    private static void submit(String team) {
        MODELS.engine()
                .getTaskService()
                .complete(task(RoundModel.TASK_SUBMIT, team).getId());
    }

    private static void review(String team, String outcome) {
        MODELS.engine()
                .getTaskService()
                .complete(task(RoundModel.TASK_REVIEW, team).getId(), Map.of(RoundModel.OUTCOME, outcome));
    }
}
