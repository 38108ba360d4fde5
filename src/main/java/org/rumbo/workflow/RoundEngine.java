package org.rumbo.workflow;

import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rumbo.progress.RoundEvent;
import org.rumbo.progress.RoundReading;
import org.rumbo.team.CountryCode;
import org.springframework.stereotype.Component;

/** Moves a round's process one step; each team has a branch of its own, found by the team's group. */
@Component
class RoundEngine {
    private static final int MOST = 300;

    private final EngineSteps steps;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final RoundReading rounds;

    RoundEngine(
            EngineSteps steps,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            RoundReading rounds) {
        this.steps = steps;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.rounds = rounds;
    }

    void start(RoundEvent event) {
        steps.step(
                event.key(),
                event.by(),
                "start",
                () -> runtime.startProcessInstanceByKey(RoundModel.PROCESS, event.key()));
    }

    /** Whoever acts in a round holds its row, so what one branch is told is read before another is. */
    void complete(RoundEvent.OfTeam event, String task, Map<String, Object> decision) {
        steps.step(event.key(), event.by(), task, () -> {
            var found = find(event.key(), task, event.team());
            tasks.complete(found.getId(), decision);
            return found;
        });
    }

    void send(RoundEvent event, String message) {
        steps.step(event.key(), event.by(), message, () -> {
            runtime.correlateMessage(message, event.key());
            return message;
        });
    }

    /** The timer and the open tasks keep the days that they were given; later tasks ask for them. */
    void move(RoundEvent.RoundMoved event) {
        steps.step(event.key(), event.by(), "move", () -> {
            var timer = management
                    .createJobQuery()
                    .processInstanceId(instance(event.key()))
                    .activityId(RoundModel.TIMER_CUT_OFF)
                    .singleResult();
            if (timer == null) {
                throw new WorkflowOutOfStep(event.key(), RoundModel.TIMER_CUT_OFF);
            }
            var due = Date.from(rounds.dueAt(event.key()));
            var cutOff = Date.from(rounds.closesAt(event.key()));
            management.setJobDuedate(timer.getId(), cutOff, false);
            tasks.createTaskQuery()
                    .processDefinitionKey(RoundModel.PROCESS)
                    .processInstanceBusinessKey(event.key())
                    .listPage(0, MOST)
                    .forEach(task -> {
                        task.setDueDate(task.getTaskDefinitionKey().equals(RoundModel.TASK_REVIEW) ? cutOff : due);
                        tasks.saveTask(task);
                    });
            return timer;
        });
    }

    private String instance(String key) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key, RoundModel.PROCESS)
                .singleResult();
        if (instance == null) {
            throw new WorkflowOutOfStep(key, RoundModel.PROCESS);
        }
        return instance.getId();
    }

    void requireEnded(RoundEvent event) {
        if (runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(event.key(), RoundModel.PROCESS)
                        .count()
                > 0) {
            throw new WorkflowOutOfStep(event.key(), "end");
        }
    }

    private Task find(String key, String task, CountryCode team) {
        return tasks
                .createTaskQuery()
                .processDefinitionKey(RoundModel.PROCESS)
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(task)
                .listPage(0, MOST)
                .stream()
                .filter(one ->
                        Objects.equals(tasks.getVariable(one.getId(), RoundModel.TEAM), Groups.coordinatorsOf(team)))
                .findFirst()
                .orElseThrow(() -> new WorkflowOutOfStep(key, task));
    }
}
