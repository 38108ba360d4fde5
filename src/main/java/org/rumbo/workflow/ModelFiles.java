package org.rumbo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** The models that are in use, as they were deployed: of each process and each decision table the newest. */
@Component
public class ModelFiles {
    private static final int MOST = 200;

    private final RepositoryService repository;

    ModelFiles(RepositoryService repository) {
        this.repository = repository;
    }

    /** By their place, such as {@code bpmn/status-claim.bpmn}. */
    public Map<String, byte[]> newest() {
        var files = new TreeMap<String, byte[]>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .listPage(0, MOST)
                .forEach(process -> files.put(
                        process.getResourceName(), content(process.getDeploymentId(), process.getResourceName())));
        repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .listPage(0, MOST)
                .forEach(table ->
                        files.put(table.getResourceName(), content(table.getDeploymentId(), table.getResourceName())));
        return files;
    }

    private byte[] content(String deployment, String resource) {
        try (var content = repository.getResourceAsStream(deployment, resource)) {
            return StreamUtils.copyToByteArray(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
