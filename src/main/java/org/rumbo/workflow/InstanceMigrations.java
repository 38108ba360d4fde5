package org.rumbo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves running instances of an older version of a process to a newer one, as the plans in {@code bpmn/migrations} say. Running it again
 * finds nothing left to move.
 */
class InstanceMigrations {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceMigrations.class);
    private static final int AT_ONCE = 50;

    /** Which activity of the new version takes over from which of the old; those that kept their id need no mention. */
    record Plan(String process, String from, String to, Map<String, String> activities) {}

    private final RepositoryService repository;
    private final RuntimeService runtime;

    InstanceMigrations(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
    }

    /** Moves what the plans on the class path say and returns how many instances moved. */
    int migrate() {
        return plans().stream().mapToInt(this::migrate).sum();
    }

    int migrate(Plan plan) {
        var moved = 0;
        for (var old : definitions(plan.process(), plan.from())) {
            moved += migrate(old, newest(plan), plan);
        }
        if (moved > 0) {
            LOG.info("{}: {} running instances moved from {} to {}", plan.process(), moved, plan.from(), plan.to());
        }
        return moved;
    }

    private int migrate(ProcessDefinition from, ProcessDefinition to, Plan plan) {
        var mapping = mapping(from, to, plan);
        var moved = 0;
        for (var some = running(from); !some.isEmpty(); some = running(from)) {
            runtime.newMigration(mapping)
                    .processInstanceIds(
                            some.stream().map(ProcessInstance::getId).toList())
                    .execute();
            moved += some.size();
        }
        return moved;
    }

    private MigrationPlan mapping(ProcessDefinition from, ProcessDefinition to, Plan plan) {
        var mapping = runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .updateEventTriggers();
        plan.activities().forEach(mapping::mapActivities);
        return mapping.build();
    }

    private List<ProcessInstance> running(ProcessDefinition definition) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .orderByProcessInstanceId()
                .asc()
                .listPage(0, AT_ONCE);
    }

    private List<ProcessDefinition> definitions(String process, String version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .versionTag(version)
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, AT_ONCE);
    }

    private ProcessDefinition newest(Plan plan) {
        return definitions(plan.process(), plan.to()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No version " + plan.to() + " of " + plan.process()));
    }

    private static List<Plan> plans() {
        var json = JsonMapper.builder().build();
        var plans = new ArrayList<Plan>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/migrations/*.json")) {
                try (var content = file.getInputStream()) {
                    plans.add(json.readValue(content, Plan.class));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return plans;
    }
}
