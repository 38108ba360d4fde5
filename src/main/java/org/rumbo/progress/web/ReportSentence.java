package org.rumbo.progress.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.shared.DayInWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a report will say of a progress note: who, when, in whose words, and the figures beside them. */
@Component
class ReportSentence {
    private final MessageSource messages;

    ReportSentence(MessageSource messages) {
        this.messages = messages;
    }

    /** Null while there is nothing to tell. */
    @Nullable
    String of(ProgressForm form, RecommendationView.Facts facts, LocalDate today, Locale locale) {
        var note = form.note() == null ? "" : form.note().strip().replaceAll("\\s+", " ");
        if (note.isEmpty()) {
            return null;
        }
        var parts = new ArrayList<String>();
        parts.add(text(
                "notes.sentence",
                locale,
                text("country." + facts.country(), locale),
                day(today, locale),
                closed(note)));
        if (!facts.markers().isEmpty()) {
            parts.add(text(
                    "notes.sentence.markers",
                    locale,
                    form.ticked(facts.markers()),
                    facts.markers().size()));
        }
        var level = form.level() == null ? facts.level().self() : form.level();
        if (level != Level.UNKNOWN) {
            parts.add(text("notes.sentence.level", locale, text("level." + level, locale)));
        }
        var next = form.nextDay();
        if (next != null) {
            parts.add(text("notes.sentence.next", locale, day(next, locale)));
        }
        return String.join(" ", parts);
    }

    private static String closed(String note) {
        return note.matches(".*\\p{Po}$") ? note : note + ".";
    }

    private String day(LocalDate day, Locale locale) {
        return DayInWords.of(day, messages, locale);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values.length == 0 ? null : values, locale);
    }
}
