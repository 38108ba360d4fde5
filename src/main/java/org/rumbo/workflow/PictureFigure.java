package org.rumbo.workflow;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The outline and the mark of one kind of model element. */
record PictureFigure(FlowElement element, String kind) {
    private static final double CALLED = 3;
    private static final double END = 3;

    static PictureFigure of(FlowElement element) {
        return new PictureFigure(element, element.getElementType().getTypeName());
    }

    boolean holdsItsText() {
        return isStep() && !(element instanceof SubProcess);
    }

    boolean isStep() {
        return element instanceof Activity;
    }

    /** Whether a mark stands at the foot of the shape, below its text. */
    boolean marksItsFoot() {
        return element instanceof Activity activity
                && (activity instanceof CallActivity || activity.getLoopCharacteristics() != null);
    }

    void draw(SvgCanvas canvas, SvgCanvas.Box box, PictureTone tone) {
        if (element instanceof Event event) {
            event(canvas, event, box, tone);
        } else if (element instanceof Gateway gateway) {
            canvas.diamond(box, tone);
            canvas.mark(markOf(gateway), box.centre(), tone);
        } else if (element instanceof Activity activity) {
            activity(canvas, activity, box, tone);
        }
    }

    private static String markOf(Gateway gateway) {
        if (gateway instanceof ParallelGateway) {
            return PictureMarks.PLUS;
        }
        if (gateway instanceof InclusiveGateway) {
            return PictureMarks.RING;
        }
        return gateway instanceof EventBasedGateway ? PictureMarks.EVENTS : PictureMarks.CROSS;
    }

    private static void activity(SvgCanvas canvas, Activity activity, SvgCanvas.Box box, PictureTone tone) {
        if (activity instanceof SubProcess sub) {
            canvas.rectangle(box, tone, tone.width(), sub.triggeredByEvent() ? "2 3" : "");
            if (sub.getLoopCharacteristics() != null) {
                canvas.mark(PictureMarks.PARALLEL, box.foot(), tone);
            }
            return;
        }
        var called = activity instanceof CallActivity;
        canvas.rectangle(box, tone, called ? Math.max(tone.width(), CALLED) : tone.width(), "");
        if (!called) {
            canvas.mark(markOf(activity), box.corner(), tone);
        }
        if (activity.getLoopCharacteristics() != null) {
            canvas.mark(PictureMarks.PARALLEL, box.foot(), tone);
        } else if (called) {
            canvas.mark(PictureMarks.INSIDE, box.foot(), tone);
        }
    }

    private static String markOf(Activity activity) {
        if (activity instanceof UserTask) {
            return PictureMarks.PERSON;
        }
        if (activity instanceof ReceiveTask) {
            return PictureMarks.ENVELOPE;
        }
        if (activity instanceof SendTask) {
            return PictureMarks.SENT_ENVELOPE;
        }
        return activity instanceof BusinessRuleTask ? PictureMarks.TABLE : PictureMarks.GEAR;
    }

    private static void event(SvgCanvas canvas, Event event, SvgCanvas.Box box, PictureTone tone) {
        var end = event instanceof EndEvent;
        var dashes = interrupts(event) ? "" : "4 3";
        canvas.circle(box, 0, tone, end ? Math.max(END, tone.width()) : tone.width(), dashes);
        if (!end && !(event instanceof StartEvent)) {
            canvas.circle(box, 3, tone, 1, dashes);
        }
        for (var definition : event.getChildElementsByType(EventDefinition.class)) {
            var mark = markOf(definition, event instanceof ThrowEvent);
            if (!mark.isEmpty()) {
                canvas.mark(mark, box.centre(), tone);
            }
        }
    }

    private static boolean interrupts(Event event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity();
        }
        return !(event instanceof StartEvent start) || start.isInterrupting();
    }

    private static String markOf(EventDefinition definition, boolean thrown) {
        if (definition instanceof MessageEventDefinition) {
            return thrown ? PictureMarks.SENT_ENVELOPE : PictureMarks.ENVELOPE;
        }
        if (definition instanceof LinkEventDefinition) {
            return thrown ? PictureMarks.LINK_OUT : PictureMarks.LINK_IN;
        }
        if (definition instanceof ErrorEventDefinition) {
            return PictureMarks.BOLT;
        }
        return definition instanceof TimerEventDefinition ? PictureMarks.CLOCK : "";
    }
}
