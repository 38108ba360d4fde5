package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.recommendation.ReminderRules.Rung;

class ReminderLadderTests {
    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    private final TableReminderRules ladder =
            new TableReminderRules(MODELS.engine().getDecisionService());

    /** The day before each reminder, and its day. */
    @ParameterizedTest(name = "{0} days late: {1}")
    @CsvSource({
        "-61, ''",
        "-31, ''",
        "-30, BEFORE_30",
        "-8, BEFORE_30",
        "-7, BEFORE_30 BEFORE_7",
        "-1, BEFORE_30 BEFORE_7",
        "0, BEFORE_30 BEFORE_7 ON_DAY",
        "6, BEFORE_30 BEFORE_7 ON_DAY",
        "7, BEFORE_30 BEFORE_7 ON_DAY AFTER_7",
        "20, BEFORE_30 BEFORE_7 ON_DAY AFTER_7",
        "21, BEFORE_30 BEFORE_7 ON_DAY AFTER_7 AFTER_21",
        "34, BEFORE_30 BEFORE_7 ON_DAY AFTER_7 AFTER_21",
        "35, BEFORE_30 BEFORE_7 ON_DAY AFTER_7 AFTER_21 ESCALATED",
        "3650, BEFORE_30 BEFORE_7 ON_DAY AFTER_7 AFTER_21 ESCALATED"
    })
    void eachReminderHasItsDay(long daysLate, String rungs) {
        assertThat(ladder.due(daysLate)).extracting(Rung::name).containsExactlyElementsOf(words(rungs));
    }

    @Test
    void directorsAreToldLast() {
        assertThat(ladder.due(100))
                .filteredOn(Rung::escalates)
                .extracting(Rung::name)
                .containsExactly("ESCALATED");
    }

    @Test
    void eachReminderHasItsWordInEachLanguage() {
        for (var language : List.of("en", "es", "pt")) {
            var texts = ResourceBundle.getBundle("messages/mail", Locale.forLanguageTag(language));
            assertThat(ladder.due(100)).allSatisfy(rung -> assertThat(texts.getString("rung." + rung.name()))
                    .isNotBlank());
        }
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
