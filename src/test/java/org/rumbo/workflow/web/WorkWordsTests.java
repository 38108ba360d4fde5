package org.rumbo.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Role;
import org.rumbo.workflow.Inbox;
import org.springframework.context.support.ResourceBundleMessageSource;

class WorkWordsTests {
    private static final Inbox.Waiting NOTHING = new Inbox.Waiting(List.of(), List.of(), List.of());
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final WorkWords words = new WorkWords(messages());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | en | You have 1 step to finish; the next is due today.",
                "1 | en | You have 1 step to finish; the next is due tomorrow.",
                "3 | en | You have 1 step to finish; the next is due on Thursday.",
                "3 | es | Tiene 1 paso pendiente; el próximo vence el jueves.",
                "3 | pt | Você tem 1 passo pendente; o próximo vence na quinta-feira.",
                "7 | en | You have 1 step to finish; the next is due on 30 Nov 2026.",
                "7 | es | Tiene 1 paso pendiente; el próximo vence el 30 nov 2026.",
                "7 | pt | Você tem 1 passo pendente; o próximo vence em 30 nov 2026."
            })
    void namesTheDayAsPeopleDo(int daysAway, String language, String sentence) {
        assertThat(sentence(language, TODAY.plusDays(daysAway))).isEqualTo(sentence);
    }

    @Test
    void saysHowManyAreLateBeforeAnythingElse() {
        assertThat(sentence("en", TODAY.minusDays(2), TODAY, null)).isEqualTo("You have 3 steps to finish; 1 is late.");
    }

    @Test
    void tellsWhoHasNothingToDoWhatElseSheCan() {
        var peru = new CountryCode("PE");
        var member = new Actor(UUID.randomUUID(), "m", "M", Map.of(peru, Set.of(Role.MEMBER)), Set.of());
        assertThat(words.sentence(List.of(), NOTHING, member, TODAY, Locale.ENGLISH))
                .contains("report progress");
        assertThat(sentence("es")).isEqualTo("No tiene nada pendiente.");
    }

    private String sentence(String language, @Nullable LocalDate... due) {
        var tasks = Stream.of(due)
                .map(day -> new WorkTasks.Task(
                        "DELIVER",
                        "T-2026-PE-a",
                        "PE",
                        "Title",
                        null,
                        day,
                        day == null ? 0 : Math.max(0, TODAY.toEpochDay() - day.toEpochDay()),
                        false,
                        "/",
                        false))
                .toList();
        var somebody = new Actor(UUID.randomUUID(), "a", "A", Map.of(), Set.of(Role.DIRECTOR));
        return words.sentence(tasks, NOTHING, somebody, TODAY, Locale.forLanguageTag(language));
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/workflow", "messages/layout");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
