package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every file in {@code bpmn/} must keep to, whoever draws it. */
class ModelTests {
    private static final Path FOLDER = Path.of("bpmn");

    /** A model is built from these and nothing else; whoever needs more adds it here and says why it is safe. */
    private static final Set<String> ALLOWED_ELEMENTS = Set.of(
            "definitions",
            "message",
            "process",
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "messageEventDefinition",
            "timerEventDefinition",
            "linkEventDefinition",
            "timeDuration",
            "timeDate",
            "userTask",
            "serviceTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "multiInstanceLoopCharacteristics",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "conditionExpression",
            "in",
            "out",
            "inputOutput",
            "inputParameter",
            "failedJobRetryTimeCycle",
            "BPMNDiagram",
            "BPMNPlane",
            "BPMNShape",
            "BPMNEdge",
            "BPMNLabel",
            "Bounds",
            "waypoint");

    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("class", "delegateExpression", "scriptFormat", "resource", "topic", "formKey", "formRef");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern ROUTE = Pattern.compile("\\$\\{[a-z]\\w* == '[A-Z_]+'}");
    private static final Pattern STEP =
            Pattern.compile("\\$\\{(\\w+Steps)\\.(\\w+)\\(execution\\.processBusinessKey\\)}");
    private static final Set<String> WHOLE = Set.of("${execution.processBusinessKey}", "${evaluator}", "${team}");

    private static final Map<String, Class<?>> STEPS = Map.of(
            ClaimModel.STEPS, ClaimSteps.class,
            EvaluationModel.STEPS, EvaluationSteps.class,
            RoundModel.STEPS, RoundSteps.class,
            ImportModel.STEPS, ImportSteps.class);

    private static final Pattern CHOSEN_ID = Pattern.compile(
            "(State|StartEvent|EndEvent|Task|Gateway|Timer|Message|Error|Call|Flow|Sub|Link)_[A-Z][A-Za-z]+(_[A-Z][A-Za-z]+)*");

    static Stream<Path> processes() {
        return files(FOLDER, ".bpmn");
    }

    static Stream<Path> decisions() {
        return files(FOLDER.resolve("decisions"), ".dmn");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void isMadeOfAllowedElementsOnly(Path file) {
        assertThat(elements(file)).extracting(DomElement::getLocalName).isSubsetOf(ALLOWED_ELEMENTS);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void bringsNoCode(Path file) throws IOException {
        for (var attribute : FORBIDDEN_ATTRIBUTES) {
            assertThat(Files.readString(file)).doesNotContainPattern("[\\s:]" + attribute + "=");
        }
        for (var task : model(file).getModelElementsByType(ServiceTask.class)) {
            assertThat(task.getCamundaExpression()).as(task.getId()).matches(STEP);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void usesExpressionsOfKnownShapesThatCallStepsThatExist(Path file) throws IOException {
        var expressions = EXPRESSION
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group())
                .toList();

        assertThat(expressions).isNotEmpty().allSatisfy(expression -> {
            var step = STEP.matcher(expression);
            if (step.matches()) {
                assertThat(methods(step.group(1))).as(expression).contains(step.group(2));
            } else {
                assertThat(WHOLE.contains(expression)
                                || ROUTE.matcher(expression).matches())
                        .as(expression)
                        .isTrue();
            }
        });
    }

    @Test
    void everyStepIsCalledBySomeModel() throws IOException {
        var called = new HashSet<String>();
        for (var file : processes().toList()) {
            STEP.matcher(Files.readString(file))
                    .results()
                    .forEach(call -> called.add(call.group(1) + "." + call.group(2)));
        }
        var offered = new HashSet<String>();
        STEPS.forEach((bean, type) -> methods(bean).forEach(method -> offered.add(bean + "." + method)));

        assertThat(called).isEqualTo(offered);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void hasChosenIds(Path file) {
        assertThat(model(file).getModelElementsByType(FlowElement.class))
                .extracting(FlowElement::getId)
                .allSatisfy(id -> assertThat(id).matches(CHOSEN_ID))
                .noneSatisfy(id -> assertThat(id).matches(".*(Activity|Event|Gateway|Flow)_[0-9a-z]{7}"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void hasOneExecutableProcessNamedAsItsFile(Path file) {
        var process = process(file);

        assertThat(process.isExecutable()).isTrue();
        assertThat(kebab(process.getId()) + ".bpmn")
                .isEqualTo(file.getFileName().toString());
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @Test
    void hasEachProcessOnce() {
        assertThat(processes().map(file -> process(file).getId())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void statesItsVersionAndHistoryTimeToLive(Path file) {
        assertThat(process(file).getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(process(file).getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void drawsEveryNodeAndFlow(Path file) {
        var model = model(file);
        var drawn = new HashSet<String>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
        model.getModelElementsByType(BpmnEdge.class).forEach(edge -> {
            drawn.add(edge.getBpmnElement().getId());
            assertThat(edge.getWaypoints()).as(edge.getId()).hasSizeGreaterThan(1);
        });

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(FlowElement.class).stream()
                        .map(FlowElement::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void crossesNoFlows(Path file) {
        var segments = new ArrayList<Segment>();
        for (var edge : model(file).getModelElementsByType(BpmnEdge.class)) {
            var points = List.copyOf(edge.getWaypoints());
            for (var i = 1; i < points.size(); i++) {
                segments.add(new Segment(
                        edge.getBpmnElement().getId(),
                        points.get(i - 1).getX(),
                        points.get(i - 1).getY(),
                        points.get(i).getX(),
                        points.get(i).getY()));
            }
        }
        for (var one : segments) {
            assertThat(segments.stream().filter(one::crosses)).as(one.flow()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void namesAndDocumentsWhatPeopleMustDo(Path file) {
        var model = model(file);
        for (var task : model.getModelElementsByType(UserTask.class)) {
            assertThat(task.getDocumentations()).as(task.getId()).isNotEmpty();
            assertThat(task.getDocumentations().iterator().next().getTextContent())
                    .hasSizeGreaterThan(40);
        }
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            assertThat(node.getName()).as(node.getId()).isNotBlank();
            assertThat(node.getName()).as(node.getId()).doesNotContain("_").matches("[A-Z].*");
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void asksAtEveryGatewayAndNamesTheAnswers(Path file) {
        for (var gateway : model(file).getModelElementsByType(ExclusiveGateway.class)) {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getIncoming())
                    .as(gateway.getId() + " splits only")
                    .hasSize(1);
            assertThat(gateway.getDefault()).as(gateway.getId()).isNull();
            assertThat(gateway.getOutgoing()).hasSizeGreaterThan(1).allSatisfy(flow -> {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression()).as(flow.getId()).isNotNull();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void namesMessagesAsTheEventsThatSendThem(Path file) {
        assertThat(model(file).getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .isSubsetOf(
                        LifecycleModel.CLAIM_MADE,
                        LifecycleModel.EVALUATORS_ASSIGNED,
                        LifecycleModel.REOPENED,
                        ClaimModel.CLAIM_WITHDRAWN,
                        EvaluationModel.EVALUATORS_REPLACED,
                        EvaluationModel.EVALUATION_CANCELLED,
                        RoundModel.ROUND_CLOSED,
                        ImportModel.IMPORT_CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_es", "_pt"})
    void hasALabelForEverythingNamed(String language) {
        var labels = labels(language);
        var needed = new TreeSet<>(Set.of("process.nowHere", "process.done", "process.notYet", "process.notTaken"));
        processes().forEach(file -> {
            var process = process(file).getId();
            needed.add("process." + process);
            for (var element : model(file).getModelElementsByType(FlowElement.class)) {
                if (element.getName() != null) {
                    needed.add("process." + process + "." + element.getId());
                }
            }
        });

        assertThat(labels.stringPropertyNames())
                .filteredOn(key -> needed.contains(key) || key.matches("process\\.[A-Z].*"))
                .containsExactlyInAnyOrderElementsOf(needed);
        assertThat(labels.values())
                .allSatisfy(label -> assertThat(label.toString()).isNotBlank());
    }

    @Test
    void saysInEnglishWhatTheModelSays() {
        var labels = labels("");
        processes().forEach(file -> {
            for (var element : model(file).getModelElementsByType(FlowElement.class)) {
                if (element.getName() != null) {
                    assertThat(labels.getProperty("process." + process(file).getId() + "." + element.getId()))
                            .isEqualTo(element.getName());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionsAreTablesInFeelWithVersionAndDescription(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());
        var decision = model.getModelElementsByType(Decision.class).iterator().next();

        assertThat(model.getModelElementsByType(Decision.class)).hasSize(1);
        assertThat(kebab(decision.getId()) + ".dmn")
                .isEqualTo(file.getFileName().toString());
        assertThat(decision.getVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
        assertThat(decision.getDescription().getTextContent()).isNotBlank();
        assertThat(decision.getExpression()).isInstanceOf(DecisionTable.class);
        assertThat(((DecisionTable) decision.getExpression()).getHitPolicy())
                .isIn(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT);
        assertThat(((DecisionTable) decision.getExpression()).getRules())
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionsUseNoOtherLanguage(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContain("expressionLanguage");
    }

    @Test
    void flowsNeverLeaveTheirProcess() {
        processes().forEach(file -> assertThat(model(file).getModelElementsByType(SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getSource().getParentElement())
                        .isEqualTo(flow.getTarget().getParentElement())));
    }

    private record Segment(String flow, double x1, double y1, double x2, double y2) {
        /** A true crossing: both run through a point that is an end of neither. Lines that meet on their way to one target do not cross. */
        boolean crosses(Segment other) {
            var horizontal = y1 == y2;
            if (flow.equals(other.flow) || horizontal == (other.y1 == other.y2)) {
                return false;
            }
            var h = horizontal ? this : other;
            var v = horizontal ? other : this;
            return between(v.x1, h.x1, h.x2) && between(h.y1, v.y1, v.y2);
        }

        private static boolean between(double value, double one, double other) {
            return value > Math.min(one, other) && value < Math.max(one, other);
        }
    }

    private static Set<String> methods(String bean) {
        var type = STEPS.get(bean);
        assertThat(type).as(bean).isNotNull();
        return type == null
                ? Set.of()
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName)
                        .collect(Collectors.toSet());
    }

    private static String kebab(String id) {
        return id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Process process(Path file) {
        var processes = model(file).getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1);
        return processes.iterator().next();
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static List<DomElement> elements(Path file) {
        var all = new ArrayList<DomElement>();
        collect(model(file).getDocument().getRootElement(), all);
        return all;
    }

    private static void collect(DomElement element, List<DomElement> all) {
        all.add(element);
        element.getChildElements().forEach(child -> collect(child, all));
    }

    private static Properties labels(String language) {
        var labels = new Properties();
        try (var file = new InputStreamReader(
                ModelTests.class.getResourceAsStream("/messages/workflow" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            labels.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return labels;
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
