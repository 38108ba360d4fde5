package org.rumbo.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.SubmissionState;
import org.rumbo.recommendation.ClaimStatus;
import org.rumbo.recommendation.State;
import org.rumbo.source.ImportState;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts processes anew where what they belong to stands: the engine holds nothing that the items, claims, evaluations,
 * rounds and imports do not say themselves. Nothing is told to anybody and nothing is recorded, for nothing happens.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ProcessRebuild {
    private static final List<String> PROCESSES = List.of(
            LifecycleModel.PROCESS,
            ClaimModel.PROCESS,
            EvaluationModel.PROCESS,
            RoundModel.PROCESS,
            ImportModel.PROCESS);
    private static final int AT_ONCE = 100;
    private static final int TEAMS = 300;

    private final EngineSteps steps;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Network network;

    ProcessRebuild(
            EngineSteps steps,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            Network network) {
        this.steps = steps;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.network = network;
    }

    /**
     * Where an item stands.
     *
     * @param claimMade when its open claim was made, or made again
     * @param reminded when directors were last reminded of a claim of this item; likewise when one last became overdue
     */
    public record Life(
            String code,
            State state,
            ClaimStatus claim,
            boolean evaluationOpen,
            @Nullable Instant claimMade,
            @Nullable Instant reminded,
            @Nullable Instant escalated) {
        private boolean passed(@Nullable Instant timer) {
            return timer != null && !timer.isBefore(Objects.requireNonNull(claimMade));
        }
    }

    /** Whether no process runs. */
    public boolean isEmpty() {
        return PROCESSES.stream()
                .allMatch(process -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(process)
                                .count()
                        == 0);
    }

    /** Ends all processes where they are; says how many. */
    public int clear() {
        var ended = 0;
        for (var process : List.of(LifecycleModel.PROCESS, RoundModel.PROCESS, ImportModel.PROCESS)) {
            var some = instances(process);
            while (!some.isEmpty()) {
                some.forEach(id -> runtime.deleteProcessInstance(id, "rebuilt", true, true));
                ended += some.size();
                some = instances(process);
            }
        }
        return ended;
    }

    private List<String> instances(String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).listPage(0, AT_ONCE).stream()
                .map(instance -> instance.getProcessInstanceId())
                .toList();
    }

    public void start(Life life) {
        step(life.code(), () -> runtime.createProcessInstanceByKey(LifecycleModel.PROCESS)
                .businessKey(life.code())
                .startBeforeActivity(LifecycleModel.receiveTaskOf(life.state().name()))
                .execute());
        if (life.evaluationOpen()) {
            // Asks those who have not rated; where all have, it waits for the approval.
            send(life.code(), LifecycleModel.EVALUATORS_ASSIGNED);
        } else if (life.claim() != ClaimStatus.NONE) {
            send(life.code(), LifecycleModel.CLAIM_MADE);
            resumeClaim(life);
        }
    }

    private void resumeClaim(Life life) {
        var claim = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(life.code(), ClaimModel.PROCESS)
                .singleResult()
                .getProcessInstanceId();
        var review = tasks.createTaskQuery()
                .processInstanceId(claim)
                .taskDefinitionKey(ClaimModel.TASK_REVIEW)
                .singleResult();
        if (life.claim() == ClaimStatus.RETURNED) {
            step(life.code(), () -> {
                tasks.complete(review.getId(), Map.of(ClaimModel.OUTCOME, ClaimModel.RETURNED));
                return review;
            });
            return;
        }
        var made = Objects.requireNonNull(life.claimMade());
        review.setDueDate(Date.from(made.plus(network.decision().due())));
        tasks.saveTask(review);
        resumeTimer(
                claim, ClaimModel.TIMER_DUE_SOON, made, network.decision().remindAfter(), life.passed(life.reminded()));
        resumeTimer(claim, ClaimModel.TIMER_OVERDUE, made, network.decision().due(), life.passed(life.escalated()));
    }

    /** A timer that ran out before does not do so again; one that is late does so at once. */
    private void resumeTimer(String claim, String timer, Instant from, Duration after, boolean ranOut) {
        var job = management
                .createJobQuery()
                .processInstanceId(claim)
                .activityId(timer)
                .singleResult();
        if (ranOut) {
            management.deleteJob(job.getId());
        } else {
            management.setJobDuedate(job.getId(), Date.from(from.plus(after)), false);
        }
    }

    /** Starts an open round's process; its cut-off is the round's own. */
    public void startRound(String key, Map<String, SubmissionState> teams) {
        step(key, () -> runtime.startProcessInstanceByKey(RoundModel.PROCESS, key));
        teams.forEach((country, state) -> {
            var team = new CountryCode(country);
            if (!state.waitsForTeam()) {
                complete(key, RoundModel.TASK_SUBMIT, team, Map.of());
            }
            if (state == SubmissionState.ACCEPTED) {
                complete(key, RoundModel.TASK_REVIEW, team, Map.of(RoundModel.OUTCOME, RoundModel.ACCEPTED));
            }
        });
    }

    /** Starts an open import's process at its step. */
    public void startImport(String key, ImportState state) {
        var place = ProcessPositions.expected(state).get(0);
        step(key, () -> runtime.createProcessInstanceByKey(ImportModel.PROCESS)
                .businessKey(key)
                .startBeforeActivity(place)
                .execute());
    }

    private void complete(String key, String task, CountryCode team, Map<String, Object> decision) {
        step(key, () -> {
            var group = Groups.coordinatorsOf(team);
            var found = tasks
                    .createTaskQuery()
                    .processDefinitionKey(RoundModel.PROCESS)
                    .processInstanceBusinessKey(key)
                    .taskDefinitionKey(task)
                    .listPage(0, TEAMS)
                    .stream()
                    .filter(one -> group.equals(tasks.getVariable(one.getId(), RoundModel.TEAM)))
                    .findFirst()
                    .orElseThrow(() -> new WorkflowOutOfStep(key, task));
            tasks.complete(found.getId(), decision);
            return found;
        });
    }

    private void send(String key, String message) {
        step(key, () -> {
            runtime.correlateMessage(message, key);
            return message;
        });
    }

    private void step(String key, Supplier<?> action) {
        steps.step(key, null, "rebuild", action::get);
    }
}
