package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.workflow.ProcessPicture.Walk;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ProcessPictureTests {
    @ParameterizedTest
    @ValueSource(strings = {"recommendation-lifecycle", "status-claim", "evaluation"})
    void drawsEveryElementOfTheModel(String file) throws Exception {
        var model = model(file);

        var picture = parse(draw(model, Walk.NONE));

        var drawn = new HashSet<String>();
        elements(picture, "g").forEach(group -> drawn.add(group.getAttribute("data-element")));
        assertThat(drawn).containsAll(ProcessPicture.elementsOf(model));
    }

    @Test
    void hasATitleForThoseWhoCannotSeeIt() throws Exception {
        var root = parse(draw(model("evaluation"), Walk.NONE)).getDocumentElement();

        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-label")).isEqualTo("Where <it> & \"what\" stands");
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(root.getFirstChild().getTextContent()).isEqualTo("Where <it> & \"what\" stands");
    }

    @Test
    void writesLabelsAsTextWhateverTheyHold() throws Exception {
        var hostile = "</text><script>alert('1')</script>&\u0000\"";

        var svg = ProcessPicture.draw(model("status-claim"), hostile, id -> hostile, Walk.NONE);

        assertThat(elements(parse(svg), "script")).isEmpty();
        assertThat(svg).doesNotContain("<script").doesNotContain("<style").doesNotContain(" style=");
    }

    @Test
    void marksThePathTheStandAndTheRest() throws Exception {
        var walk = new Walk(
                Set.of("StartEvent_ClaimMade", "Flow_ClaimMade_Review", "Task_ReviewClaim", "Flow_Review_Outcome"),
                Set.of("Task_CompleteClaim"),
                "now <here>");

        var picture = parse(draw(model("status-claim"), walk));

        assertThat(classOf(picture, "Task_ReviewClaim")).endsWith(" done");
        assertThat(classOf(picture, "Flow_Review_Outcome")).endsWith(" done");
        assertThat(classOf(picture, "Task_CompleteClaim")).endsWith(" now");
        assertThat(classOf(picture, "EndEvent_ClaimConfirmed")).endsWith(" muted");
        assertThat(elements(picture, "g").stream()
                        .filter(g -> g.getAttribute("class").equals("tick")))
                .hasSize(1);
        var now = elements(group(picture, "Task_CompleteClaim"), "rect").get(0);
        assertThat(now.getAttribute("stroke")).isEqualTo("#0B5394");
        assertThat(now.getAttribute("stroke-width")).isEqualTo("3");
        assertThat(elements(picture, "text").stream().map(Element::getTextContent))
                .contains("now <here>");
    }

    @Test
    void usesTheReadersWordsAndFallsBackToTheModels() throws Exception {
        var svg = ProcessPicture.draw(
                model("recommendation-lifecycle"),
                "x",
                id -> id.equals("State_UnderReview") ? "En revisión" : "",
                Walk.NONE);

        var texts = elements(group(parse(svg), "State_UnderReview"), "text");
        assertThat(texts.stream().map(Element::getTextContent)).containsExactly("En revisión");
        assertThat(svg).contains(">Adopted<");
    }

    @Test
    void nothingLiesOutsideTheDrawing() throws Exception {
        for (var file : List.of("recommendation-lifecycle", "status-claim", "evaluation")) {
            var picture = parse(draw(model(file), Walk.NONE));
            var view = picture.getDocumentElement().getAttribute("viewBox").split(" ");
            for (var rect : elements(picture, "rect")) {
                assertThat(Double.parseDouble(rect.getAttribute("x")))
                        .isGreaterThanOrEqualTo(Double.parseDouble(view[0]));
                assertThat(Double.parseDouble(rect.getAttribute("y")))
                        .isGreaterThanOrEqualTo(Double.parseDouble(view[1]));
            }
            assertThat(Double.parseDouble(view[2])).as(file).isLessThan(1740);
            assertThat(Double.parseDouble(view[3])).as(file).isLessThan(900);
        }
    }

    private static String draw(BpmnModelInstance model, Walk walk) throws IOException {
        return ProcessPicture.draw(model, "Where <it> & \"what\" stands", id -> "", walk);
    }

    private static BpmnModelInstance model(String file) {
        return Bpmn.readModelFromStream(
                ProcessPictureTests.class.getClassLoader().getResourceAsStream("bpmn/" + file + ".bpmn"));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String tag) {
        return elements(document.getDocumentElement(), tag);
    }

    private static List<Element> elements(Element parent, String tag) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagName(tag);
        for (var i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static Element group(Document picture, String id) {
        return elements(picture, "g").stream()
                .filter(group -> group.getAttribute("data-element").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String classOf(Document picture, String id) {
        return group(picture, id).getAttribute("class");
    }
}
