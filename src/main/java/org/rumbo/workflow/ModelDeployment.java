package org.rumbo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.rumbo.shared.InstallationFact;
import org.rumbo.shared.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the models of the class path into the engine before anything is served: a model that changed becomes a new version, the others
 * stay; then running instances move on where a plan says so.
 */
class ModelDeployment implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final List<String> FOLDERS = List.of("bpmn/", "bpmn/decisions/");

    private final RepositoryService repository;
    private final InstanceMigrations migrations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ModelDeployment(
            RepositoryService repository,
            InstanceMigrations migrations,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.migrations = migrations;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> deploy());
        migrations.migrate();
    }

    /** Named by folder and file, not by where the application happens to run: else each place would make a new version. */
    void deploy() {
        var deployment = repository.createDeployment().name("rumbo").enableDuplicateFiltering(true);
        for (var folder : FOLDERS) {
            for (var model : models(folder)) {
                try (var content = model.getInputStream()) {
                    deployment.addInputStream(folder + model.getFilename(), content);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        var deployed = deployment.deployWithResult();
        LOG.info("Process models: deployment {} of {}", deployed.getId(), deployed.getDeploymentTime());
        record(deployed);
    }

    /** Which model ran when is a matter of record: each new version is told with the hash of its file. */
    private void record(DeploymentWithDefinitions deployed) {
        var processes = deployed.getDeployedProcessDefinitions();
        var decisions = deployed.getDeployedDecisionDefinitions();
        var fresh = new ArrayList<ResourceDefinition>();
        fresh.addAll(processes == null ? List.of() : processes);
        fresh.addAll(decisions == null ? List.of() : decisions);
        for (var definition : fresh) {
            events.publishEvent(new InstallationFact(
                    "process.deployed",
                    Map.of(
                            "resource", definition.getResourceName(),
                            "key", definition.getKey(),
                            "version", definition.getVersion(),
                            "sha256", hash(definition.getResourceName()))));
        }
    }

    private static String hash(String resource) {
        try (var content = new ClassPathResource(resource).getInputStream()) {
            return Sha256.hex(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Resource> models(String folder) {
        var resolver = new PathMatchingResourcePatternResolver();
        var models = new ArrayList<Resource>();
        try {
            for (var ending : List.of("bpmn", "dmn")) {
                models.addAll(List.of(resolver.getResources("classpath*:" + folder + "*." + ending)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return models;
    }
}
