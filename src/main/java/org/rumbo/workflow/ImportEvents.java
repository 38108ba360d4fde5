package org.rumbo.workflow;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.rumbo.source.PaperEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the process of an import follow what people do in it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportEvents {
    private final EngineSteps steps;
    private final RuntimeService runtime;
    private final TaskService tasks;

    ImportEvents(EngineSteps steps, RuntimeService runtime, TaskService tasks) {
        this.steps = steps;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @EventListener
    public void on(PaperEvent.PaperImported event) {
        steps.step(
                event.key(),
                event.by(),
                "start",
                () -> runtime.startProcessInstanceByKey(ImportModel.PROCESS, event.key()));
    }

    @EventListener
    public void on(PaperEvent.PassagesDecided event) {
        steps.step(event.key(), event.by(), ImportModel.TASK_REVIEW, () -> {
            var task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(event.key())
                    .taskDefinitionKey(ImportModel.TASK_REVIEW)
                    .singleResult();
            if (task == null) {
                throw new WorkflowOutOfStep(event.key(), ImportModel.TASK_REVIEW);
            }
            tasks.complete(task.getId(), Map.of(ImportModel.OUTCOME, ImportModel.DECIDED));
            return task;
        });
    }

    @EventListener
    public void on(PaperEvent.ImportCancelled event) {
        steps.step(event.key(), event.by(), ImportModel.IMPORT_CANCELLED, () -> {
            runtime.correlateMessage(ImportModel.IMPORT_CANCELLED, event.key());
            return event;
        });
    }
}
