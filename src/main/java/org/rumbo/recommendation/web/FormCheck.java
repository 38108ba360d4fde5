package org.rumbo.recommendation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Violation;

/** Reads what was typed into a form: blank is nothing, and all that cannot be read is refused together. */
final class FormCheck {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final List<Violation> violations = new ArrayList<>();

    @Nullable
    String text(String field, @Nullable String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        // Browsers send line ends as two characters; the stored text has one.
        var text = typed.strip().replace("\r\n", "\n");
        if (text.length() > longest) {
            violations.add(new Violation(field, "too-long"));
        }
        return text;
    }

    String required(String field, @Nullable String typed, int longest) {
        var text = text(field, typed, longest);
        if (text == null) {
            violations.add(new Violation(field, "required"));
            return "";
        }
        return text;
    }

    <T> T chosen(String field, @Nullable T choice, T otherwise) {
        if (choice == null) {
            violations.add(new Violation(field, "required"));
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
                violations.add(new Violation(field, "year-of-four-digits"));
                return null;
            }
            return LocalDate.of(year, number(typed.month()), number(typed.day()));
        } catch (DateTimeException | NumberFormatException unreadable) {
            violations.add(new Violation(field, "date-that-exists"));
            return null;
        }
    }

    LocalDate requiredDay(String field, @Nullable DayInput typed) {
        if (typed == null || typed.isBlank()) {
            violations.add(new Violation(field, "required"));
            return LocalDate.EPOCH;
        }
        var day = day(field, typed);
        return day == null ? LocalDate.EPOCH : day;
    }

    void refuse(String field, String rule) {
        violations.add(new Violation(field, rule));
    }

    /** Refuses the form if anything in it could not be read. */
    void done() {
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
    }

    private static int number(@Nullable String typed) {
        return Integer.parseInt(typed == null ? "" : typed.strip());
    }
}
