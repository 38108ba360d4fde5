package org.rumbo.workflow;

import static org.mockito.BDDMockito.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mockito.Mockito;
import org.springframework.transaction.PlatformTransactionManager;

/** The models on an engine in memory: no Spring, no job executor, full history for the assertions, the steps played by mocks. */
final class ModelEngine implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    static final String KEY = "SPN-2019-XA-a";

    final ClaimSteps claimSteps = Mockito.mock(ClaimSteps.class);
    final EvaluationSteps evaluationSteps = Mockito.mock(EvaluationSteps.class);
    final RoundSteps roundSteps = Mockito.mock(RoundSteps.class);
    final ImportSteps importSteps = Mockito.mock(ImportSteps.class);
    final StepCoverage coverage = new StepCoverage();

    private final ProcessEngine engine;

    ModelEngine() {
        var settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setProcessEngineName("models-" + UUID.randomUUID());
        settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        settings.setHistory("full");
        settings.setJobExecutorActivate(false);
        settings.setMetricsEnabled(false);
        settings.setEnableCmdExceptionLogging(false);
        settings.setCustomPreBPMNParseListeners(List.of(coverage));
        settings.setBeans(new HashMap<>(Map.of(
                ClaimModel.STEPS,
                claimSteps,
                EvaluationModel.STEPS,
                evaluationSteps,
                RoundModel.STEPS,
                roundSteps,
                ImportModel.STEPS,
                importSteps)));
        engine = settings.buildProcessEngine();
    }

    ProcessEngine engine() {
        return engine;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        new ModelDeployment(
                        engine.getRepositoryService(),
                        new InstanceMigrations(engine),
                        event -> {},
                        Mockito.mock(PlatformTransactionManager.class))
                .deploy();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        AbstractAssertions.init(engine);
        Mockito.reset(claimSteps, evaluationSteps, roundSteps, importSteps);
        given(importSteps.reviewers(KEY)).willReturn("DIRECTOR");
        given(claimSteps.reviewers(KEY)).willReturn("DIRECTOR");
        given(claimSteps.claimants(KEY)).willReturn("XA:COORDINATOR");
        given(claimSteps.decisionDue(KEY))
                .willReturn(java.util.Date.from(java.time.Instant.parse("2030-01-15T12:00:00Z")));
        given(claimSteps.remindAfter(KEY)).willReturn("P11D");
        given(claimSteps.escalateAfter(KEY)).willReturn("P14D");
        given(roundSteps.teams(KEY)).willReturn(List.of("XA:COORDINATOR", "XB:COORDINATOR"));
        given(roundSteps.reviewers(KEY)).willReturn("DIRECTOR");
        given(roundSteps.due(KEY)).willReturn(java.util.Date.from(java.time.Instant.parse("2030-01-16T12:00:00Z")));
        given(roundSteps.cutOff(KEY)).willReturn(java.util.Date.from(java.time.Instant.parse("2030-02-01T05:00:00Z")));
        given(evaluationSteps.outstanding(KEY)).willReturn(List.of("eva", "otto"));
        given(evaluationSteps.approvers(KEY)).willReturn("DIRECTOR");
        given(evaluationSteps.sum(KEY)).willReturn(9);
        given(evaluationSteps.count(KEY)).willReturn(4);
        given(evaluationSteps.worstDecisive(KEY)).willReturn(3);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (var instance : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()) {
            engine.getRuntimeService().deleteProcessInstance(instance.getId(), "end of the test");
        }
        AbstractAssertions.reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        engine.close();
    }

    ProcessInstance start(String process) {
        return engine.getRuntimeService().startProcessInstanceByKey(process, KEY);
    }

    void correlate(String message, Map<String, Object> variables) {
        engine.getRuntimeService().correlateMessage(message, KEY, variables);
    }

    List<Task> tasks(String id) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(id)
                .orderByTaskAssignee()
                .asc()
                .list();
    }

    Task task(String id) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(id).singleResult();
    }

    void complete(String id, Map<String, Object> variables) {
        engine.getTaskService().complete(task(id).getId(), variables);
    }

    Job timer(String id) {
        return engine.getManagementService().createJobQuery().activityId(id).singleResult();
    }

    void fire(String timer) {
        engine.getManagementService().executeJob(timer(timer).getId());
    }
}
