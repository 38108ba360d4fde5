package org.rumbo.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses a model that brings code of its own: scripts, classes, delegates, connectors, external workers. A model calls the steps that
 * it is given and nothing else.
 */
final class ModelRules extends AbstractBpmnParseListener {
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("scriptTask", "script", "connector", "sendTask");
    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("class", "delegateExpression", "type", "scriptFormat", "language");

    private static final String XML_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance:";

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private static void check(Element element) {
        if (FORBIDDEN_ELEMENTS.contains(element.getTagName())) {
            throw refusal(element, element.getTagName());
        }
        for (var attribute : element.attributes()) {
            if (!attribute.startsWith(XML_SCHEMA_INSTANCE) && FORBIDDEN_ATTRIBUTES.contains(localName(attribute))) {
                throw refusal(element, attribute);
            }
        }
        element.elements().forEach(ModelRules::check);
    }

    private static String localName(String attribute) {
        return attribute.substring(attribute.lastIndexOf(':') + 1);
    }

    private static ProcessEngineException refusal(Element element, String what) {
        return new ProcessEngineException("Line " + element.getLine() + ": a model may not bring '" + what + "'");
    }
}
