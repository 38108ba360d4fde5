package org.rumbo.workflow;

import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Takes an import's next steps at once, for who does not want to wait for the background to come round. */
@Component
public class ImportJobs {
    private static final int MOST = 10_000;

    private final RuntimeService runtime;
    private final ManagementService management;

    ImportJobs(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Takes steps until somebody must decide or the import is over; what another node takes at this moment is left to it. */
    public void run(UUID paperImport) {
        for (var step = 0; step < MOST && runNext(paperImport); step++) {
            // One transaction each.
        }
    }

    /** Takes one step; says whether there was any. */
    public boolean runNext(UUID paperImport) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(paperImport.toString(), ImportModel.PROCESS)
                .singleResult();
        if (instance == null) {
            return false;
        }
        var jobs =
                management.createJobQuery().processInstanceId(instance.getId()).listPage(0, 1);
        if (jobs.isEmpty()) {
            return false;
        }
        try {
            management.executeJob(jobs.get(0).getId());
            return true;
        } catch (OptimisticLockingException another) {
            return false;
        }
    }
}
