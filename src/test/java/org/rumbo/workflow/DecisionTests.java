package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.shared.Violation;

class DecisionTests {
    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    private final EvidenceSufficiency evidence =
            new EvidenceSufficiency(MODELS.engine().getDecisionService());
    private final EvaluationRating rating = new EvaluationRating(MODELS.engine().getDecisionService());

    /** One fact that breaks one rule of an otherwise sufficient claim: claim, fact, value, field, rule. */
    static List<Arguments> breaches() {
        var rows = new ArrayList<Arguments>();
        rows.add(Arguments.of("UNDER_REVIEW", "hasAddressee", false, "addressee", "addressee-required"));
        rows.add(Arguments.of("UNDER_REVIEW", "hasReading", false, "reading", "reading-required"));
        rows.add(Arguments.of("UNDER_REVIEW", "markers", 0, "markers", "marker-required"));
        rows.add(Arguments.of("UNDER_REVIEW", "hasTargetDate", false, "targetDate", "target-date-required"));
        rows.add(Arguments.of("UNDER_REVIEW", "hasTheme", false, "themes", "theme-required"));
        rows.add(Arguments.of("UNDER_REVIEW", "delivered", false, "delivered", "delivery-required"));
        for (var weak : List.of("C", "D", "NONE")) {
            rows.add(Arguments.of("ADOPTED", "bestStrength", weak, "evidence", "strength-a-or-b"));
        }
        rows.add(Arguments.of("ADOPTED", "hasDate", false, "occurredOn", "date-of-the-act"));
        for (var weak : List.of("D", "NONE")) {
            rows.add(Arguments.of("IMPLEMENTED", "bestStrength", weak, "evidence", "strength-a-b-or-c"));
            rows.add(Arguments.of("REGRESSION", "bestStrength", weak, "evidence", "strength-a-b-or-c"));
        }
        rows.add(Arguments.of("IMPLEMENTED", "markers", 0, "markers", "marker-required"));
        rows.add(Arguments.of("IMPLEMENTED", "expectUnmet", 1, "markers", "every-expect-marker-met"));
        for (var level : List.of("UNKNOWN", "NOT_STARTED", "STARTED", "PARTIAL", "REVERSED", "NONE")) {
            rows.add(Arguments.of("IMPLEMENTED", "level", level, "level", "level-largely-or-full"));
        }
        rows.add(Arguments.of("IMPLEMENTED", "unmet", 1, "level", "full-means-every-marker-met"));
        rows.add(Arguments.of("IMPLEMENTED", "hasStatement", false, "statement", "statement-required"));
        rows.add(Arguments.of("IMPLEMENTED", "hasContribution", false, "contribution", "contribution-required"));
        rows.add(Arguments.of("REGRESSION", "hasStatement", false, "statement", "statement-required"));
        for (var level : List.of("UNKNOWN", "NOT_STARTED", "STARTED", "PARTIAL", "LARGELY", "FULL", "NONE")) {
            rows.add(Arguments.of("REGRESSION", "level", level, "level", "level-reversed"));
        }
        rows.add(Arguments.of("NOT_ADOPTED", "closeReason", "NONE", "closeReason", "close-reason-required"));
        rows.add(Arguments.of("SUPERSEDED", "hasSupersededBy", false, "supersededBy", "superseding-code-required"));
        rows.add(Arguments.of("NO_LONGER_APPLICABLE", "hasStatement", false, "statement", "names-the-event"));
        return rows;
    }

    @ParameterizedTest(name = "{0}: {1} = {2} -> {4}")
    @MethodSource("breaches")
    void oneMissingFactIsOneViolation(String claim, String fact, Object value, String field, String rule) {
        assertThat(evidence.violations(sufficient(claim)))
                .as("nothing is missing before")
                .isEmpty();

        assertThat(evidence.violations(with(sufficient(claim), fact, value)))
                .containsExactly(new Violation(field, rule));
    }

    @Test
    void everyRuleOfTheTableHasAClaimThatBreaksIt() {
        var broken = new TreeSet<String>();
        breaches().forEach(breach -> broken.add(inTable(breach.get()[0]) + " " + breach.get()[4]));
        var written = new TreeSet<String>();
        Dmn.readModelFromStream(DecisionTests.class
                        .getClassLoader()
                        .getResourceAsStream("bpmn/decisions/evidence-sufficiency.dmn"))
                .getModelElementsByType(Rule.class)
                .forEach(rule -> written.add(condition(rule) + " " + text(rule, 1)));

        assertThat(broken).isEqualTo(written).hasSize(21);
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource({
        "ADOPTED, bestStrength, A",
        "ADOPTED, bestStrength, B",
        "IMPLEMENTED, bestStrength, A",
        "IMPLEMENTED, bestStrength, B",
        "IMPLEMENTED, bestStrength, C",
        "REGRESSION, bestStrength, A",
        "REGRESSION, bestStrength, B",
        "REGRESSION, bestStrength, C",
        "IMPLEMENTED, level, FULL",
        "IMPLEMENTED, level, LARGELY"
    })
    void whatSufficesSuffices(String claim, String fact, String value) {
        assertThat(evidence.violations(with(sufficient(claim), fact, value))).isEmpty();
    }

    @Test
    void largelyAllowsMarkersThatWeWouldOnlyLikeToSee() {
        var facts = with(with(sufficient("IMPLEMENTED"), "level", "LARGELY"), "unmet", 2);

        assertThat(evidence.violations(facts)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NOT_ADOPTED", "SUPERSEDED", "NO_LONGER_APPLICABLE"})
    void closingNeedsNoEvidenceWhicheverStateItLeaves(String reason) {
        assertThat(evidence.violations(sufficient(reason))).isEmpty();
    }

    @Test
    void aBareClaimIsToldAllThatIsMissingAtOnce() {
        assertThat(evidence.violations(bare("UNDER_REVIEW", "FORWARD"))).hasSize(6);
        assertThat(evidence.violations(bare("ADOPTED", "FORWARD"))).hasSize(2);
        assertThat(evidence.violations(bare("IMPLEMENTED", "FORWARD"))).hasSize(5);
        assertThat(evidence.violations(bare("ADOPTED", "REGRESSION"))).hasSize(3);
        assertThat(evidence.violations(bare("CLOSED", "CLOSING"))).hasSize(1);
        assertThat(evidence.violations(bare("PROPOSED", "FORWARD"))).isEmpty();
    }

    @Test
    void aFactThatIsNotGivenIsAnErrorNotAPass() {
        var facts = sufficient("ADOPTED");
        facts.remove("hasDate");

        assertThatThrownBy(() -> evidence.violations(facts)).hasMessageContaining("hasDate");
    }

    /** All sums of two to six scores: the mean in whole numbers, a half to the worse, capped. */
    static Stream<Arguments> ratings() {
        return IntStream.rangeClosed(1, 6).boxed().flatMap(count -> IntStream.rangeClosed(count, 6 * count)
                .boxed()
                .flatMap(sum -> IntStream.rangeClosed(1, 6).mapToObj(worst -> Arguments.of(sum, count, worst))));
    }

    @Test
    void roundsEveryMeanAndCapsIt() {
        ratings().forEach(row -> {
            int sum = (int) row.get()[0];
            int count = (int) row.get()[1];
            int worst = (int) row.get()[2];
            var mean = sum / count;
            var rounded = 2 * (sum % count) >= count ? mean + 1 : mean;
            var capped = worst >= 4 ? Math.max(rounded, 4) : rounded;
            assertThat(rating.of(sum, count, worst))
                    .as("sum %s, count %s, worst %s", sum, count, worst)
                    .isEqualTo(capped);
        });
    }

    @ParameterizedTest(name = "{0}/{1}, worst {2} -> {3}")
    @CsvSource({
        "6, 6, 1, 1", // 1.0
        "5, 4, 2, 1", // 1.25
        "6, 4, 2, 2", // 1.5: a half counts for the worse
        "7, 4, 2, 2", // 1.75
        "9, 6, 3, 2", // 1.5
        "12, 5, 3, 2", // 2.4
        "13, 5, 3, 3", // 2.6
        "15, 6, 3, 3", // 2.5
        "14, 4, 3, 4", // 3.5
        "18, 4, 3, 5", // 4.5
        "22, 4, 3, 6", // 5.5
        "24, 4, 6, 6", // 6.0
        "7, 4, 4, 4", // 1.75, but one decisive criterion is 4
        "9, 6, 5, 4",
        "12, 5, 6, 4",
        "18, 4, 4, 5", // the cap never makes it better
        "24, 4, 4, 6"
    })
    void roundsAHalfToTheWorseAndNeverHidesAFailure(int sum, int count, int worst, int overall) {
        assertThat(rating.of(sum, count, worst)).isEqualTo(overall);
    }

    @Test
    void nothingAssessedIsAnError() {
        assertThatThrownBy(() -> rating.of(0, 0, 1))
                .isInstanceOfAny(IllegalArgumentException.class, ProcessEngineException.class);
    }

    private static Map<String, Object> with(Map<String, Object> facts, String fact, Object value) {
        facts.put(fact, value);
        return facts;
    }

    private static Map<String, Object> sufficient(String claim) {
        return switch (claim) {
            case "UNDER_REVIEW" -> with(facts("UNDER_REVIEW", "FORWARD"), "bestStrength", "NONE");
            case "ADOPTED" -> facts("ADOPTED", "FORWARD");
            case "IMPLEMENTED" -> with(facts("IMPLEMENTED", "FORWARD"), "level", "FULL");
            case "REGRESSION" -> with(facts("UNDER_REVIEW", "REGRESSION"), "level", "REVERSED");
            default -> {
                var closing = with(bare("CLOSED", "CLOSING"), "closeReason", claim);
                yield switch (claim) {
                    case "SUPERSEDED" -> with(closing, "hasSupersededBy", true);
                    case "NO_LONGER_APPLICABLE" -> with(closing, "hasStatement", true);
                    default -> closing;
                };
            }
        };
    }

    private static Map<String, Object> facts(String target, String move) {
        var facts = bare(target, move);
        facts.replaceAll((fact, value) -> value instanceof Boolean ? true : value);
        facts.put("markers", 3);
        facts.put("bestStrength", "A");
        return facts;
    }

    private static Map<String, Object> bare(String target, String move) {
        var facts = new HashMap<String, Object>();
        EvidenceSufficiency.FACTS.forEach(fact -> facts.put(fact, false));
        facts.putAll(Map.of("target", target, "move", move, "bestStrength", "NONE", "level", "NONE"));
        facts.putAll(Map.of("markers", 0, "expectUnmet", 0, "unmet", 0, "closeReason", "NONE"));
        return facts;
    }

    private static String inTable(Object claim) {
        return switch (claim.toString()) {
            case "NOT_ADOPTED", "SUPERSEDED", "NO_LONGER_APPLICABLE" -> "CLOSING";
            default -> claim.toString();
        };
    }

    private static String condition(Rule rule) {
        var inputs = List.copyOf(rule.getInputEntries());
        var target = inputs.get(0).getText().getTextContent();
        var move = inputs.get(1).getText().getTextContent();
        return (move.equals("\"FORWARD\"") ? target : move).replace("\"", "");
    }

    private static String text(Rule rule, int output) {
        return List.copyOf(rule.getOutputEntries())
                .get(output)
                .getText()
                .getTextContent()
                .replace("\"", "");
    }
}
