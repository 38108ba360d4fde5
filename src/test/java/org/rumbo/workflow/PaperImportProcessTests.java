package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaperImportProcessTests {
    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    @AfterAll
    static void everyStepWasTaken() {
        MODELS.coverage.assertAllStepsTaken("bpmn/paper-import.bpmn", ImportModel.PROCESS);
    }

    @Test
    void readsInTheBackgroundThenAsksDirectors() {
        var paper = read(ImportModel.READABLE);

        assertThat(paper).isWaitingAt(ImportModel.TASK_REVIEW);
        assertThat(MODELS.task(ImportModel.TASK_REVIEW)).hasCandidateGroup("DIRECTOR");
        then(MODELS.importSteps).should(never()).createNext(ModelEngine.KEY);
    }

    @Test
    void nothingIsReadBeforeTheBackgroundComesRound() {
        MODELS.start(ImportModel.PROCESS);

        then(MODELS.importSteps).should(never()).read(ModelEngine.KEY);
    }

    @Test
    void makesRecommendationsOfOnePassageAtATime() {
        var paper = read(ImportModel.READABLE);
        given(MODELS.importSteps.createNext(ModelEngine.KEY))
                .willReturn(ImportModel.MORE, ImportModel.MORE, ImportModel.ALL);

        MODELS.complete(ImportModel.TASK_REVIEW, Map.of(ImportModel.OUTCOME, ImportModel.DECIDED));
        then(MODELS.importSteps).should(never()).createNext(ModelEngine.KEY);
        MODELS.fire(ImportModel.TASK_CREATE);
        then(MODELS.importSteps).should().createNext(ModelEngine.KEY);
        MODELS.fire(ImportModel.TASK_CREATE);
        assertThat(paper).isNotEnded();
        MODELS.fire(ImportModel.TASK_CREATE);

        then(MODELS.importSteps).should(times(3)).createNext(ModelEngine.KEY);
        assertThat(paper).isEnded().hasPassed("EndEvent_Created");
    }

    @Test
    void whatFailedIsTriedAgainFromWhereItWas() {
        var paper = read(ImportModel.READABLE);
        given(MODELS.importSteps.createNext(ModelEngine.KEY))
                .willReturn(ImportModel.MORE)
                .willThrow(new IllegalStateException("killed"))
                .willReturn(ImportModel.ALL);
        MODELS.complete(ImportModel.TASK_REVIEW, Map.of(ImportModel.OUTCOME, ImportModel.DECIDED));
        MODELS.fire(ImportModel.TASK_CREATE);

        assertThatThrownBy(() -> MODELS.fire(ImportModel.TASK_CREATE)).hasMessageContaining("killed");
        assertThat(MODELS.timer(ImportModel.TASK_CREATE).getRetries()).isPositive();
        MODELS.fire(ImportModel.TASK_CREATE);

        assertThat(paper).isEnded();
    }

    @Test
    void aPaperThatCannotBeReadEndsItAndNobodyIsAsked() {
        assertThat(read(ImportModel.UNREADABLE)).isEnded().hasPassed("EndEvent_Unreadable");
    }

    @Test
    void whereNothingIsNewNothingIsAsked() {
        assertThat(read(ImportModel.NOTHING_NEW)).isEnded().hasPassed("EndEvent_NothingNew");
    }

    @Test
    void canBeGivenUpBeforeItWasReadAndWhileItIsLookedThrough() {
        var unread = MODELS.start(ImportModel.PROCESS);
        MODELS.correlate(ImportModel.IMPORT_CANCELLED, Map.of());
        assertThat(unread).isEnded().hasPassed("EndEvent_Cancelled");

        var read = read(ImportModel.READABLE);
        MODELS.correlate(ImportModel.IMPORT_CANCELLED, Map.of());
        assertThat(read).isEnded().hasPassed("EndEvent_Cancelled");
    }

    @Test
    void cannotBeGivenUpOnceRecommendationsAreMade() {
        read(ImportModel.READABLE);
        MODELS.complete(ImportModel.TASK_REVIEW, Map.of(ImportModel.OUTCOME, ImportModel.DECIDED));

        assertThatThrownBy(() -> MODELS.correlate(ImportModel.IMPORT_CANCELLED, Map.of()))
                .isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    private static ProcessInstance read(String outcome) {
        given(MODELS.importSteps.read(ModelEngine.KEY)).willReturn(outcome);
        var paper = MODELS.start(ImportModel.PROCESS);
        MODELS.fire(ImportModel.TASK_READ);
        return paper;
    }
}
