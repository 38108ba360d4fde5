package org.rumbo.workflow;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves the engine one step, in the caller's transaction and under the acting person's id. */
@Component
class EngineSteps {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSteps.class);

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;

    EngineSteps(ProcessEngine engine, RuntimeService runtime, TaskService tasks) {
        this.engine = engine;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    void start(About about) {
        step(about, "start", () -> runtime.startProcessInstanceByKey(LifecycleModel.PROCESS, key(about)));
    }

    void send(About about, String message, Map<String, Object> variables) {
        step(about, message, () -> {
            runtime.correlateMessage(message, key(about), Map.of(), variables);
            return message;
        });
    }

    /** Completes the one open task of that kind, of that assignee where one is named, and tells what the variable then holds. */
    @Nullable
    Object complete(
            About about, String task, @Nullable UUID assignee, Map<String, Object> variables, @Nullable String read) {
        return step(about, task, () -> {
            var found = find(about, task, assignee);
            var known = read == null ? null : tasks.getVariable(found.getId(), read);
            tasks.complete(found.getId(), variables);
            return known;
        });
    }

    private Task find(About about, String task, @Nullable UUID assignee) {
        TaskQuery query =
                tasks.createTaskQuery().processInstanceBusinessKey(key(about)).taskDefinitionKey(task);
        if (assignee != null) {
            query = query.taskAssignee(assignee.toString());
        }
        var found = query.singleResult();
        if (found == null) {
            throw new WorkflowOutOfStep(key(about), task);
        }
        return found;
    }

    private static String key(About about) {
        return about.code().value();
    }

    private <T> T step(About about, String name, Supplier<T> action) {
        return step(key(about), about.actor(), name, action);
    }

    /** One step of the instance with that business key, under somebody's id; nobody's where a timer or a job takes it. */
    <T> T step(String key, @Nullable UUID actor, String name, Supplier<T> action) {
        var identity = engine.getIdentityService();
        identity.setAuthenticatedUserId(actor == null ? null : actor.toString());
        try {
            return action.get();
        } catch (ProcessEngineException refused) {
            LOG.warn("The engine refused {} for {}: {}", name, key, refused.getMessage());
            throw new WorkflowOutOfStep(key, name, refused);
        } finally {
            identity.clearAuthentication();
        }
    }
}
