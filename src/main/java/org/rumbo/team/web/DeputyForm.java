package org.rumbo.team.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.TypedDay;
import org.rumbo.shared.Violation;
import org.rumbo.team.DeputyArrangements;

/** What somebody fills in to arrange a deputy. */
record DeputyForm(
        @Nullable UUID represented,
        @Nullable UUID deputy,
        @Nullable TypedDay from,
        @Nullable TypedDay until) {

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

    private static LocalDate date(String field, @Nullable TypedDay typed, ArrayList<Violation> violations) {
        var day = typed == null ? null : typed.date();
        if (day != null) {
            return day;
        }
        violations.add(new Violation(field, "date-unreadable"));
        return LocalDate.EPOCH;
    }
}
