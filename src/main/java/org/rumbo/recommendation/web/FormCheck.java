package org.rumbo.recommendation.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.InputText;
import org.rumbo.shared.TypedDay;

/** Reads what was typed into a form's fields; all that cannot be read is refused together. */
final class FormCheck {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final InputText input = new InputText();

    /** Browsers send line ends as two characters; the stored text has one. */
    @Nullable
    String text(String field, @Nullable String typed, int longest) {
        return input.optional(field, typed == null ? null : typed.replace("\r\n", "\n"), longest);
    }

    String required(String field, @Nullable String typed, int longest, String rule) {
        var text = text(field, typed, longest);
        if (text == null) {
            refuse(field, rule);
            return "";
        }
        return text;
    }

    <T> T chosen(String field, @Nullable T choice, T otherwise) {
        if (choice == null) {
            refuse(field, "choice-required");
            return otherwise;
        }
        return choice;
    }

    @Nullable
    LocalDate day(String field, @Nullable TypedDay typed) {
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        var day = typed.date();
        if (day == null) {
            refuse(field, "date-unreadable");
            return null;
        }
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            refuse(field, "year-of-four-digits");
            return null;
        }
        return day;
    }

    LocalDate requiredDay(String field, @Nullable TypedDay typed) {
        if (typed == null || typed.isEmpty()) {
            refuse(field, "date-required");
            return LocalDate.EPOCH;
        }
        var day = day(field, typed);
        return day == null ? LocalDate.EPOCH : day;
    }

    void refuse(String field, String rule) {
        input.violated(field, rule);
    }

    /** Refuses the form if anything in it could not be read. */
    void done() {
        input.check();
    }
}
