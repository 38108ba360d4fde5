package org.rumbo.progress.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.InputText;

/** A progress note as it was typed. */
record ProgressForm(
        @Nullable String note,
        @Nullable Level level,
        @Nullable Visibility visibility,
        @Nullable Day nextDate) {
    private static final int LONG = 8000;

    static final ProgressForm EMPTY = new ProgressForm(null, null, null, null);

    /** A date in three small fields. */
    record Day(
            @Nullable String day,
            @Nullable String month,
            @Nullable String year) {
        boolean isEmpty() {
            return (text(day) + text(month) + text(year)).isEmpty();
        }

        LocalDate date() {
            return LocalDate.of(
                    Integer.parseInt(text(year)), Integer.parseInt(text(month)), Integer.parseInt(text(day)));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    ProgressCommand toCommand() {
        var input = new InputText();
        var words = input.required("note", note, LONG, "note-required");
        var next = next(input);
        input.check();
        return new ProgressCommand(words, level, visibility == null ? Visibility.NETWORK : visibility, next, null);
    }

    private @Nullable LocalDate next(InputText input) {
        if (nextDate == null || nextDate.isEmpty()) {
            return null;
        }
        try {
            return nextDate.date();
        } catch (DateTimeException | NumberFormatException unreadable) {
            input.violated("nextDate-day", "date-unreadable");
            return null;
        }
    }
}
