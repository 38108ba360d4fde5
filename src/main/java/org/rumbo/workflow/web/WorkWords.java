package org.rumbo.workflow.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rumbo.shared.DayInWords;
import org.rumbo.team.Actor;
import org.rumbo.team.Role;
import org.rumbo.workflow.Inbox;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentence that opens the page of somebody's work. */
@Component
class WorkWords {
    private static final int DAYS_WITH_NAMES = 6;

    private final MessageSource messages;

    WorkWords(MessageSource messages) {
        this.messages = messages;
    }

    /** How much there is to do and until when; where there is nothing, what else somebody in her role can do. */
    String sentence(List<WorkTasks.Task> tasks, Inbox.Waiting inboxed, Actor actor, LocalDate today, Locale locale) {
        if (tasks.isEmpty() && !inboxed.rounds().isEmpty()) {
            return say("work.sentence.rounds", locale, inboxed.rounds().size());
        }
        if (tasks.isEmpty() && !inboxed.imports().isEmpty()) {
            return say("work.sentence.imports", locale, inboxed.imports().size());
        }
        if (tasks.isEmpty()) {
            return say("work.nothing" + nothing(actor), locale);
        }
        var late = tasks.stream().filter(task -> task.daysLate() > 0).count();
        if (late > 0) {
            return say("work.sentence.late", locale, tasks.size(), late);
        }
        return tasks.stream()
                .map(WorkTasks.Task::due)
                .filter(Objects::nonNull)
                .findFirst()
                .map(due -> say("work.sentence.due", locale, tasks.size(), day(due, today, locale)))
                .orElseGet(() -> say("work.sentence.noDate", locale, tasks.size()));
    }

    private static String nothing(Actor actor) {
        if (actor.has(Role.EVALUATOR)) {
            return ".evaluator";
        }
        return actor.has(Role.MEMBER) && !actor.has(Role.COORDINATOR) ? ".member" : "";
    }

    /** A day of this week by its name, a later one by its date. */
    private String day(LocalDate due, LocalDate today, Locale locale) {
        var away = due.toEpochDay() - today.toEpochDay();
        if (away == 0) {
            return say("work.today", locale);
        }
        if (away == 1) {
            return say("work.tomorrow", locale);
        }
        if (away > 1 && away <= DAYS_WITH_NAMES) {
            return say("work.weekday." + due.getDayOfWeek().getValue(), locale);
        }
        return say("work.onDate", locale, DayInWords.of(due, messages, locale));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
