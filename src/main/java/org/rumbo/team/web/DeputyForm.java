package org.rumbo.team.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Violation;
import org.rumbo.team.DeputyArrangements;

/** What somebody fills in to arrange a deputy. */
record DeputyForm(
        @Nullable UUID represented,
        @Nullable UUID deputy,
        @Nullable Day from,
        @Nullable Day until) {

    /** A day in the three fields in which people type it. */
    record Day(
            @Nullable String day,
            @Nullable String month,
            @Nullable String year) {
        static Day of(LocalDate date) {
            return new Day(
                    String.valueOf(date.getDayOfMonth()),
                    String.valueOf(date.getMonthValue()),
                    String.valueOf(date.getYear()));
        }

        private static int number(@Nullable String typed) {
            return Integer.parseInt(typed == null ? "" : typed.strip());
        }

        LocalDate date() {
            return LocalDate.of(number(year), number(month), number(day));
        }
    }

    DeputyArrangements.Wish toWish() {
        var violations = new ArrayList<Violation>();
        var wish = new DeputyArrangements.Wish(
                chosen("represented", represented, violations),
                chosen("deputy", deputy, violations),
                date("from", from, violations),
                date("until", until, violations));
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
        return wish;
    }

    private static UUID chosen(String field, @Nullable UUID choice, ArrayList<Violation> violations) {
        if (choice == null) {
            violations.add(new Violation(field, "person-required"));
            return new UUID(0, 0);
        }
        return choice;
    }

    private static LocalDate date(String field, @Nullable Day typed, ArrayList<Violation> violations) {
        try {
            if (typed != null) {
                return typed.date();
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            // told below
        }
        violations.add(new Violation(field, "date-unreadable"));
        return LocalDate.EPOCH;
    }
}
