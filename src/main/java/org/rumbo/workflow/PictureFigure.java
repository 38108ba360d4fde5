package org.rumbo.workflow;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The outline and the mark of one kind of model element. */
record PictureFigure(FlowElement element, String kind) {
    static PictureFigure of(FlowElement element) {
        return new PictureFigure(element, element.getElementType().getTypeName());
    }

    boolean holdsItsText() {
        return isStep() && !(element instanceof SubProcess);
    }

    boolean isStep() {
        return element instanceof Activity;
    }

    void draw(SvgCanvas canvas, SvgCanvas.Box box, PictureTone tone) {
        if (element instanceof Event event) {
            event(canvas, event, box, tone);
        } else if (element instanceof Gateway) {
            canvas.diamond(box, tone);
            canvas.mark(element instanceof ParallelGateway ? SvgCanvas.PLUS : SvgCanvas.CROSS, box.centre(), tone);
        } else if (element instanceof Activity activity) {
            activity(canvas, activity, box, tone);
        }
    }

    private static void activity(SvgCanvas canvas, Activity activity, SvgCanvas.Box box, PictureTone tone) {
        if (activity instanceof SubProcess sub) {
            canvas.rectangle(box, tone, tone.width(), sub.triggeredByEvent() ? "2 3" : "");
            return;
        }
        var heavier = activity instanceof CallActivity ? 2.5 : 0;
        canvas.rectangle(box, tone, Math.max(tone.width(), heavier), "");
        if (!(activity instanceof CallActivity)) {
            canvas.mark(typeMark(activity), box.corner(), tone);
        }
        if (activity.getLoopCharacteristics() != null) {
            canvas.mark(SvgCanvas.PARALLEL, box.foot(), tone);
        }
    }

    private static String typeMark(Activity activity) {
        if (activity instanceof UserTask) {
            return SvgCanvas.PERSON;
        }
        if (activity instanceof ReceiveTask) {
            return SvgCanvas.ENVELOPE;
        }
        return activity instanceof BusinessRuleTask ? SvgCanvas.TABLE : SvgCanvas.GEAR;
    }

    private static void event(SvgCanvas canvas, Event event, SvgCanvas.Box box, PictureTone tone) {
        var end = event instanceof EndEvent;
        var dashed = event instanceof BoundaryEvent boundary && !boundary.cancelActivity();
        canvas.circle(box, 0, tone, end ? Math.max(3, tone.width()) : tone.width(), dashed ? "4 3" : "");
        if (!end && !(event instanceof StartEvent)) {
            canvas.circle(box, 3, tone, 1, dashed ? "4 3" : "");
        }
        for (var definition : definitions(event)) {
            if (definition instanceof MessageEventDefinition) {
                canvas.mark(SvgCanvas.ENVELOPE, box.centre(), tone);
            } else if (definition instanceof TimerEventDefinition) {
                canvas.mark(SvgCanvas.CLOCK, box.centre(), tone);
            } else if (definition instanceof LinkEventDefinition) {
                canvas.mark(
                        event instanceof IntermediateThrowEvent ? SvgCanvas.LINK_OUT : SvgCanvas.LINK_IN,
                        box.centre(),
                        tone);
            }
        }
    }

    private static Collection<EventDefinition> definitions(Event event) {
        return event.getChildElementsByType(EventDefinition.class);
    }
}
