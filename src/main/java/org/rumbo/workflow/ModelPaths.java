package org.rumbo.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Finds what lies between the steps at which an instance is known to have stood. The ledger tells of steps that wait for
 * somebody; what a model passes on the way from one to the next, gateways and flows and links, is the shortest way there that
 * does not wait.
 */
final class ModelPaths {
    /** From an element to what may follow it: the id of the flow between them, or of the next element itself. */
    private final Map<String, Map<String, String>> next = new HashMap<>();

    private final Set<String> waiting = new LinkedHashSet<>();

    ModelPaths(BpmnModelInstance model) {
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            follow(flow.getSource().getId(), flow.getTarget().getId(), flow.getId());
        }
        for (var boundary : model.getModelElementsByType(BoundaryEvent.class)) {
            follow(boundary.getAttachedTo().getId(), boundary.getId(), boundary.getId());
        }
        for (var thrown : model.getModelElementsByType(IntermediateThrowEvent.class)) {
            for (var caught : model.getModelElementsByType(IntermediateCatchEvent.class)) {
                if (!link(thrown).isEmpty() && link(thrown).equals(link(caught.getEventDefinitions()))) {
                    follow(thrown.getId(), caught.getId(), caught.getId());
                }
            }
        }
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof UserTask || node instanceof ReceiveTask || node instanceof CallActivity)
                .forEach(node -> waiting.add(node.getId()));
    }

    private void follow(String from, String to, String by) {
        next.computeIfAbsent(from, id -> new LinkedHashMap<>()).putIfAbsent(to, by);
    }

    private static String link(ThrowEvent thrown) {
        return link(thrown.getEventDefinitions());
    }

    private static String link(Collection<?> definitions) {
        return definitions.stream()
                .filter(LinkEventDefinition.class::isInstance)
                .map(definition -> ((LinkEventDefinition) definition).getName())
                .findFirst()
                .orElse("");
    }

    /** The stops and all that was passed between them; a stop that the model does not lead to stands alone. */
    Set<String> through(List<String> stops) {
        var passed = new LinkedHashSet<String>();
        for (var i = 0; i < stops.size(); i++) {
            passed.add(stops.get(i));
            if (i > 0) {
                passed.addAll(between(stops.get(i - 1), stops.get(i)));
            }
        }
        return passed;
    }

    private List<String> between(String from, String to) {
        var cameFrom = new HashMap<String, String>();
        var open = new ArrayDeque<String>(List.of(from));
        while (!open.isEmpty()) {
            var at = open.remove();
            for (var step : next.getOrDefault(at, Map.of()).keySet()) {
                if (step.equals(to)) {
                    return back(cameFrom, from, at, to);
                }
                if (!waiting.contains(step) && cameFrom.putIfAbsent(step, at) == null) {
                    open.add(step);
                }
            }
        }
        return List.of();
    }

    private List<String> back(Map<String, String> cameFrom, String from, String last, String to) {
        var passed = new ArrayList<String>();
        var at = last;
        var after = to;
        while (true) {
            passed.add(next.getOrDefault(at, Map.of()).getOrDefault(after, after));
            if (at.equals(from)) {
                return passed;
            }
            passed.add(at);
            after = at;
            at = cameFrom.getOrDefault(at, from);
        }
    }
}
