package org.rumbo.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Runs timers while the application serves: not before it is ready, not after it began to stop, and only where jobs are enabled. */
class EngineJobs {
    private final JobExecutor jobs;
    private final boolean enabled;

    EngineJobs(ProcessEngine engine, boolean enabled) {
        this.jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.enabled = enabled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (enabled) {
            jobs.start();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        jobs.shutdown();
    }
}
