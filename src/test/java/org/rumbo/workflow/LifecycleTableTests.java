package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The moves that the model draws, against a table written by hand. */
class LifecycleTableTests {
    private static final List<String> STATES =
            List.of("PROPOSED", "UNDER_REVIEW", "ADOPTED", "IMPLEMENTED", "EVALUATED", "CLOSED");

    /** Row: from; column: to, in the order above. C by claim, E by an evaluation, R by reopening. */
    private static final List<String> TABLE = List.of(
            ".   C   .   .   .   C",
            ".   .   C   C   .   C",
            ".   C   .   C   .   C",
            ".   C   C   .   E   C",
            ".   CR  CR  R   .   .",
            "R   R   R   R   R   .");

    private static final Map<String, Set<String>> DRAWN = drawn();

    static Stream<Arguments> pairs() {
        return STATES.stream().flatMap(from -> STATES.stream()
                .map(to -> Arguments.of(from, to, expected(STATES.indexOf(from), STATES.indexOf(to)))));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @MethodSource("pairs")
    void drawsExactlyTheMovesThatAreLawful(String from, String to, Set<String> ways) {
        assertThat(DRAWN.getOrDefault(from + " " + to, Set.of())).isEqualTo(ways);
    }

    private static Set<String> expected(int from, int to) {
        var cell = TABLE.get(from).split(" +")[to];
        var ways = new TreeSet<String>();
        cell.chars().filter(way -> way != '.').forEach(way -> ways.add(String.valueOf((char) way)));
        return ways;
    }

    private static Map<String, Set<String>> drawn() {
        var model = Bpmn.readModelFromStream(
                LifecycleTableTests.class.getClassLoader().getResourceAsStream("bpmn/recommendation-lifecycle.bpmn"));
        var moves = new HashMap<String, Set<String>>();
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getSource() instanceof ExclusiveGateway gateway) {
                var from = origin(gateway);
                var to = stateOf(target(model, flow.getTarget()));
                var staying = from.state().equals(to);
                assertThat(flow.getConditionExpression().getTextContent())
                        .as(flow.getId())
                        .isEqualTo("${moveTo == '" + (staying ? LifecycleModel.STAY : to) + "'}");
                assertThat(gateway.getDefault()).as(gateway.getId()).isNull();
                if (!staying) {
                    moves.computeIfAbsent(from.state() + " " + to, pair -> new TreeSet<>())
                            .add(from.way());
                }
            }
        }
        return moves;
    }

    private record Origin(String state, String way) {}

    /** Walks back from a gateway to the state in which the item waited, past the call or the message that led out of it. */
    private static Origin origin(FlowNode gateway) {
        var way = "R";
        var node = gateway.getPreviousNodes().singleResult();
        if (node instanceof CallActivity call) {
            way = call.getCalledElement().equals(ClaimModel.PROCESS) ? "C" : "E";
            node = node.getPreviousNodes().singleResult();
        }
        if (node instanceof BoundaryEvent boundary) {
            node = boundary.getAttachedTo();
        }
        return new Origin(stateOf(node), way);
    }

    private static FlowNode target(BpmnModelInstance model, FlowNode node) {
        if (!(node instanceof IntermediateThrowEvent)) {
            return node;
        }
        var link = linkName(node);
        return model.getModelElementsByType(IntermediateCatchEvent.class).stream()
                .filter(catching -> linkName(catching).equals(link))
                .findFirst()
                .orElseThrow()
                .getSucceedingNodes()
                .singleResult();
    }

    private static String linkName(FlowNode node) {
        return node.getChildElementsByType(LinkEventDefinition.class)
                .iterator()
                .next()
                .getName();
    }

    private static String stateOf(FlowNode node) {
        assertThat(node).as(node.getId()).isInstanceOf(ReceiveTask.class);
        return STATES.stream()
                .filter(state -> LifecycleModel.receiveTaskOf(state).equals(node.getId()))
                .findFirst()
                .orElseThrow();
    }
}
