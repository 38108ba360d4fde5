package org.rumbo.recommendation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.InputText;

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
    LocalDate day(String field, @Nullable DayInput typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            var year = number(typed.year());
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                refuse(field, "year-of-four-digits");
                return null;
            }
            return LocalDate.of(year, number(typed.month()), number(typed.day()));
        } catch (DateTimeException | NumberFormatException unreadable) {
            refuse(field, "date-unreadable");
            return null;
        }
    }

    LocalDate requiredDay(String field, @Nullable DayInput typed) {
        if (typed == null || typed.isBlank()) {
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

    private static int number(@Nullable String typed) {
        return Integer.parseInt(typed == null ? "" : typed.strip());
    }
}
