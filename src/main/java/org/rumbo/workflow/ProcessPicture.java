package org.rumbo.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Draws a process model as it was laid out, in the reader's language, with the walked path and the place where the item stands. Colours
 * are presentation attributes beside the classes {@code done}, {@code now} and {@code muted}, so that the drawing needs no style sheet
 * and a page may still restyle it.
 */
final class ProcessPicture {
    private static final double MARGIN = 12;
    private static final double FLAG_ROOM = 14;

    private final BpmnModelInstance model;
    private final UnaryOperator<String> labels;
    private final Walk walk;
    private final SvgCanvas canvas = new SvgCanvas();

    /**
     * What happened so far.
     *
     * @param done ids of steps and flows that were taken
     * @param now ids of the steps at which the item stands
     * @param nowHere the words on the flag above them
     */
    record Walk(Set<String> done, Set<String> now, String nowHere) {
        static final Walk NONE = new Walk(Set.of(), Set.of(), "");

        PictureTone toneOf(String id) {
            if (now.contains(id)) {
                return PictureTone.NOW;
            }
            if (done.contains(id)) {
                return PictureTone.DONE;
            }
            return done.isEmpty() && now.isEmpty() ? PictureTone.PLAIN : PictureTone.MUTED;
        }
    }

    private ProcessPicture(BpmnModelInstance model, UnaryOperator<String> labels, Walk walk) {
        this.model = model;
        this.labels = labels;
        this.walk = walk;
    }

    /**
     * The drawing as a complete SVG document.
     *
     * @param title what the picture shows, for those who cannot see it
     * @param labels the text for an element's id; where it gives an empty text, the model's own name is written
     */
    static String draw(BpmnModelInstance model, String title, UnaryOperator<String> labels, Walk walk) {
        return new ProcessPicture(model, labels, walk).draw(title);
    }

    private String draw(String title) {
        var shapes = all(BpmnShape.class);
        shapes.stream()
                .filter(shape -> shape.getBpmnElement() instanceof SubProcess)
                .forEach(this::shape);
        all(BpmnEdge.class).stream()
                .sorted(Comparator.comparing(edge -> tone(edge.getBpmnElement().getId())))
                .forEach(this::edge);
        shapes.stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                .sorted(Comparator.comparing(shape -> shape.getBpmnElement() instanceof BoundaryEvent))
                .forEach(this::shape);
        shapes.stream()
                .filter(shape -> tone(shape.getBpmnElement().getId()) == PictureTone.NOW)
                .forEach(shape -> canvas.flag(box(shape.getBounds()), walk.nowHere()));
        return canvas.document(title, MARGIN, FLAG_ROOM);
    }

    private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    private PictureTone tone(String id) {
        return walk.toneOf(id);
    }

    private void edge(BpmnEdge edge) {
        if (!(edge.getBpmnElement() instanceof SequenceFlow flow)) {
            return;
        }
        var points = edge.getWaypoints().stream()
                .map(point -> new SvgCanvas.Point(point.getX(), point.getY()))
                .toList();
        canvas.begin(flow.getId(), "flow", tone(flow.getId()));
        canvas.arrow(points, tone(flow.getId()));
        if (hasPlace(edge.getBpmnLabel())) {
            canvas.captionOfFlow(textOf(flow), box(edge.getBpmnLabel().getBounds()), tone(flow.getId()));
        }
        canvas.end();
    }

    private void shape(BpmnShape shape) {
        if (!(shape.getBpmnElement() instanceof FlowElement element)) {
            return;
        }
        var tone = tone(element.getId());
        var figure = PictureFigure.of(element);
        var box = box(shape.getBounds());
        canvas.begin(element.getId(), figure.kind(), tone);
        figure.draw(canvas, box, tone);
        if (figure.holdsItsText()) {
            canvas.textInside(textOf(element), box, tone);
        } else if (hasPlace(shape.getBpmnLabel())) {
            canvas.captionOfShape(textOf(element), box(shape.getBpmnLabel().getBounds()), box, tone);
        }
        if (tone == PictureTone.DONE && figure.isStep()) {
            canvas.tick(box);
        }
        canvas.end();
    }

    private static boolean hasPlace(@Nullable BpmnLabel label) {
        return label != null && label.getBounds() != null;
    }

    private String textOf(FlowElement element) {
        var text = labels.apply(element.getId());
        return text.isEmpty() ? nameOf(element) : text;
    }

    private static String nameOf(FlowElement element) {
        return element.getName() == null ? "" : element.getName();
    }

    private static SvgCanvas.Box box(Bounds bounds) {
        return new SvgCanvas.Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** The ids that a picture of this model shows, in the order of the file. */
    static Collection<String> elementsOf(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowElement.class).stream()
                .map(FlowElement::getId)
                .toList();
    }
}
