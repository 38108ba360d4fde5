package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Remembers every step and every flow that an instance took, and says which of a model's none took. */
final class StepCoverage extends AbstractBpmnParseListener {
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        watch(definition, definition.getKey());
    }

    private void watch(ScopeImpl scope, String process) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, listener(process, activity.getId()));
            for (var flow : activity.getOutgoingTransitions()) {
                ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, listener(process, flow.getId()));
            }
            watch(activity, process);
        }
    }

    private ExecutionListener listener(String process, String id) {
        return execution -> taken.add(process + "/" + id);
    }

    void assertAllStepsTaken(String resource, String process) {
        var model = Bpmn.readModelFromStream(StepCoverage.class.getClassLoader().getResourceAsStream(resource));
        var all = new TreeSet<String>();
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            if (!(node instanceof IntermediateThrowEvent)) { // a throwing link is part of the flow that leads to it
                all.add(process + "/" + node.getId());
            }
        }
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            all.add(process + "/" + flow.getId());
        }
        assertThat(all).isNotEmpty();
        all.removeAll(taken);
        assertThat(all).as("steps and flows that no test took").isEmpty();
    }
}
