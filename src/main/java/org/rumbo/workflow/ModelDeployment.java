package org.rumbo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the models of the class path into the engine before anything is served: a model that changed becomes a new version, the others
 * stay; then running instances move on where a plan says so.
 */
class ModelDeployment implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final List<String> FOLDERS = List.of("bpmn/", "bpmn/decisions/");

    private final RepositoryService repository;
    private final InstanceMigrations migrations;

    ModelDeployment(RepositoryService repository, InstanceMigrations migrations) {
        this.repository = repository;
        this.migrations = migrations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy();
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
        var deployed = deployment.deploy();
        LOG.info("Process models: deployment {} of {}", deployed.getId(), deployed.getDeploymentTime());
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
