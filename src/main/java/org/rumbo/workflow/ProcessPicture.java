package org.rumbo.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Draws a process model as it was laid out, in the reader's language, with the walked path and the place where the item stands. Colours
 * are presentation attributes beside the classes {@code done}, {@code now} and {@code muted}, so that the drawing needs no style sheet
 * and a page may still restyle it.
 */
final class ProcessPicture {
    private static final double MARGIN = 12;

    private final BpmnModelInstance model;
    private final UnaryOperator<String> labels;
    private final Walk walk;
    private final SvgCanvas canvas = new SvgCanvas();
    private final PicturePlaces places = new PicturePlaces();
    private final Map<String, PicturePlaces.Label> captions = new HashMap<>();

    /**
     * What happened so far.
     *
     * @param done ids of steps and flows that were taken
     * @param now ids of the steps at which the item stands
     * @param nowHere the words on the flag above them
     * @param dates deadlines in words, by the id of the timer that keeps them
     * @param counts how many stand at each step, where the drawing is of all and not of one
     */
    record Walk(
            Set<String> done, Set<String> now, String nowHere, Map<String, String> dates, Map<String, Count> counts) {
        static final Walk NONE = new Walk(Set.of(), Set.of(), "");

        Walk(Set<String> done, Set<String> now, String nowHere) {
            this(done, now, nowHere, Map.of(), Map.of());
        }

        static Walk counted(Map<String, Count> counts) {
            return new Walk(Set.of(), Set.of(), "", Map.of(), counts);
        }

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

    /** How many stand at a step, and how many of them for too long. */
    record Count(long all, long stuck) {}

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
        findPlaces(shapes);
        shapes.stream().filter(ProcessPicture::holdsOthers).forEach(this::shape);
        all(BpmnEdge.class).stream()
                .sorted(Comparator.comparing(edge -> tone(edge.getBpmnElement().getId())))
                .forEach(this::edge);
        shapes.stream()
                .filter(shape -> !holdsOthers(shape))
                .sorted(Comparator.comparing(shape -> shape.getBpmnElement() instanceof BoundaryEvent))
                .forEach(this::shape);
        shapes.forEach(this::plates);
        return canvas.document(title, MARGIN);
    }

    /** First what cannot move, then words beside shapes, then those beside flows, which have the most freedom. */
    private void findPlaces(List<BpmnShape> shapes) {
        for (var shape : shapes) {
            var box = box(shape.getBounds());
            if (holdsOthers(shape)) {
                places.takeEdge(box);
            } else if (shape.getBpmnElement() instanceof Gateway) {
                places.takeDiamond(box);
            } else {
                places.take(box);
            }
            if (tone(idOf(shape)) == PictureTone.NOW) {
                places.take(SvgCanvas.flagOf(box, walk.nowHere()));
            }
        }
        var edges = all(BpmnEdge.class);
        edges.forEach(edge -> places.take(points(edge)));
        for (var shape : shapes) {
            if (shape.getBpmnElement() instanceof FlowElement element
                    && !PictureFigure.of(element).holdsItsText()
                    && !textOf(element).isEmpty()) {
                captions.put(
                        element.getId(), places.beside(box(shape.getBounds()), words(element, shape.getBpmnLabel())));
            }
        }
        for (var edge : edges) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow
                    && !textOf(flow).isEmpty()) {
                captions.put(flow.getId(), places.along(points(edge), words(flow, edge.getBpmnLabel())));
            }
        }
    }

    private PicturePlaces.Words words(FlowElement element, @Nullable BpmnLabel label) {
        var wish = label == null || label.getBounds() == null ? null : box(label.getBounds());
        return new PicturePlaces.Words(textOf(element), walk.dates().getOrDefault(element.getId(), ""), wish);
    }

    private <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    private static boolean holdsOthers(BpmnShape shape) {
        return shape.getBpmnElement() instanceof SubProcess;
    }

    private static String idOf(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        return element == null ? "" : element.getId();
    }

    private PictureTone tone(String id) {
        return walk.toneOf(id);
    }

    private static List<SvgCanvas.Point> points(BpmnEdge edge) {
        return edge.getWaypoints().stream()
                .map(point -> new SvgCanvas.Point(point.getX(), point.getY()))
                .toList();
    }

    private void edge(BpmnEdge edge) {
        if (!(edge.getBpmnElement() instanceof SequenceFlow flow)) {
            return;
        }
        canvas.begin(flow.getId(), "flow", tone(flow.getId()));
        canvas.arrow(points(edge), tone(flow.getId()));
        caption(flow.getId());
        canvas.end();
    }

    private void caption(String id) {
        var label = captions.get(id);
        if (label != null) {
            canvas.caption(label, tone(id));
        }
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
            canvas.textInside(textOf(element), box, figure.marksItsFoot(), tone);
        }
        caption(element.getId());
        canvas.end();
    }

    /** What lies on top of everything: ticks, the flag, counts. */
    private void plates(BpmnShape shape) {
        if (!(shape.getBpmnElement() instanceof FlowElement element)) {
            return;
        }
        var box = box(shape.getBounds());
        var tone = tone(element.getId());
        if (tone == PictureTone.DONE && PictureFigure.of(element).isStep()) {
            canvas.tick(box);
        } else if (tone == PictureTone.NOW) {
            canvas.flag(box, walk.nowHere());
        }
        var count = walk.counts().get(element.getId());
        if (count != null) {
            canvas.counts(box, String.valueOf(count.all()), count.stuck() > 0 ? String.valueOf(count.stuck()) : "");
        }
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
