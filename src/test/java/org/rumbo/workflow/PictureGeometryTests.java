package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.workflow.ProcessPicture.Count;
import org.rumbo.workflow.ProcessPicture.Walk;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Draws every model, and one with each kind of element that a model may use, in every language, and measures with a font wider than
 * the one that pages are set in: nothing is missing, cut off, or written over something else.
 */
class PictureGeometryTests {
    private static final Path DRAWN = Path.of("target/pictures");
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

    static Stream<Arguments> pictures() throws IOException {
        var files = new ArrayList<Path>(List.of(Path.of("src/test/resources/workflow/every-kind.bpmn")));
        try (var models = Files.list(Path.of("bpmn"))) {
            models.filter(path -> path.toString().endsWith(".bpmn")).sorted().forEach(files::add);
        }
        return files.stream()
                .flatMap(file -> Stream.of("", "_es", "_pt").map(language -> Arguments.of(file, language)));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void nothingIsMissingCutOffOrWrittenOver(Path file, String language) throws Exception {
        for (var walk : List.of("plain", "walked", "counted")) {
            var picture = new Picture(file, language, walk);
            assertThat(picture.groups.keySet()).containsAll(ProcessPicture.elementsOf(picture.model));
            picture.nothingLiesOutside();
            picture.wordsFitIntoTheirSteps();
            picture.wordsBesideCoverNothing();
        }
    }

    private record Word(String text, Rectangle2D box) {}

    /** A drawing, read back from its SVG. */
    private static final class Picture {
        private final BpmnModelInstance model;
        private final Map<String, Shape> shapes = new HashMap<>();
        private final Set<String> steps = new HashSet<>();
        private final Map<String, Element> groups = new HashMap<>();
        private final Map<String, List<Word>> words = new HashMap<>();
        private final Element root;

        Picture(Path file, String language, String kind) throws Exception {
            model = Bpmn.readModelFromFile(file.toFile());
            for (var shape : model.getModelElementsByType(BpmnShape.class)) {
                var bounds = shape.getBounds();
                if (!(shape.getBpmnElement() instanceof SubProcess)) {
                    var box =
                            new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
                    shapes.put(
                            shape.getBpmnElement().getId(),
                            shape.getBpmnElement() instanceof Gateway ? diamond(box) : box);
                }
                if (shape.getBpmnElement() instanceof Activity activity && !(activity instanceof SubProcess)) {
                    steps.add(activity.getId());
                }
            }
            var process = file.getFileName().toString();
            var svg = ProcessPicture.draw(model, process, labels(model, language), walk(kind));
            Files.createDirectories(DRAWN);
            Files.writeString(DRAWN.resolve(process.replace(".bpmn", "") + language + "-" + kind + ".svg"), svg);
            root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
            for (var group : all(root, "g")) {
                if (!group.getAttribute("data-element").isEmpty()) {
                    groups.put(group.getAttribute("data-element"), group);
                    words.put(
                            group.getAttribute("data-element"),
                            all(group, "text").stream()
                                    .map(text -> new Word(text.getTextContent(), box(text)))
                                    .toList());
                }
            }
        }

        private Walk walk(String kind) {
            var dates = new HashMap<String, String>();
            var counts = new HashMap<String, Count>();
            var now = new HashSet<String>();
            for (var node : model.getModelElementsByType(FlowNode.class)) {
                if (node.getId().startsWith("Timer_")) {
                    dates.put(node.getId(), "30 sept 2026");
                }
                if (steps.contains(node.getId())) {
                    counts.put(node.getId(), new Count(1234, 117));
                    now.add(node.getId());
                }
            }
            return switch (kind) {
                case "walked" -> new Walk(Set.of(), now, "agora aqui", dates, Map.of());
                case "counted" -> Walk.counted(counts);
                default -> Walk.NONE;
            };
        }

        void nothingLiesOutside() {
            var view = root.getAttribute("viewBox").split(" ");
            var paper = new Rectangle2D.Double(
                    Double.parseDouble(view[0]),
                    Double.parseDouble(view[1]),
                    Double.parseDouble(view[2]),
                    Double.parseDouble(view[3]));
            shapes.forEach((id, box) ->
                    assertThat(paper.contains(box.getBounds2D())).as(id).isTrue());
            for (var text : all(root, "text")) {
                assertThat(paper.contains(box(text))).as(text.getTextContent()).isTrue();
            }
        }

        void wordsFitIntoTheirSteps() {
            for (var step : steps) {
                words(step).forEach(word -> assertThat(shape(step).contains(word.box()))
                        .as(step + " '" + word.text() + "'")
                        .isTrue());
            }
        }

        void wordsBesideCoverNothing() {
            words.forEach((id, own) -> own.forEach(word -> {
                shapes.forEach((other, shape) -> assertThat(
                                (other.equals(id) && steps.contains(id)) || !shape.intersects(word.box()))
                        .as(id + " '" + word.text() + "' over " + other)
                        .isTrue());
                words.forEach((other, foreign) -> assertThat(foreign)
                        .as(id + " '" + word.text() + "' over words of " + other)
                        .noneMatch(theirs -> !other.equals(id) && theirs.box().intersects(word.box())));
            }));
        }

        private List<Word> words(String id) {
            return words.getOrDefault(id, List.of());
        }

        private Shape shape(String id) {
            return Objects.requireNonNull(shapes.get(id));
        }
    }

    private static UnaryOperator<String> labels(BpmnModelInstance model, String language) throws IOException {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(PictureGeometryTests.class.getResourceAsStream(
                        "/messages/workflow" + language + ".properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        var process = model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                .iterator()
                .next()
                .getId();
        return id -> texts.getProperty("process." + process + "." + id, "");
    }

    private static Shape diamond(Rectangle2D box) {
        var path = new Path2D.Double();
        path.moveTo(box.getCenterX(), box.getMinY());
        path.lineTo(box.getMaxX(), box.getCenterY());
        path.lineTo(box.getCenterX(), box.getMaxY());
        path.lineTo(box.getMinX(), box.getCenterY());
        path.closePath();
        return path;
    }

    /** What a text covers: from the height of its capitals to a little below its line. */
    private static Rectangle2D box(Element text) {
        var bold = text.getAttribute("font-weight").equals("600");
        var width = FONT.deriveFont(bold ? Font.BOLD : Font.PLAIN)
                .getStringBounds(text.getTextContent(), PAPER)
                .getWidth();
        if (!text.getAttribute("textLength").isEmpty()) {
            width = Double.parseDouble(text.getAttribute("textLength"));
        }
        var x = Double.parseDouble(text.getAttribute("x"));
        var baseline = Double.parseDouble(text.getAttribute("y"));
        var left =
                switch (text.getAttribute("text-anchor")) {
                    case "start" -> x;
                    case "end" -> x - width;
                    default -> x - width / 2;
                };
        return new Rectangle2D.Double(left, baseline - 9, width, 11);
    }

    private static List<Element> all(Element parent, String tag) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagName(tag);
        for (var i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
