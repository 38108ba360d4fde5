package org.rumbo.reporting.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.reporting.Audience;

/** What a director fills in to publish a report. */
record PublishForm(
        @Nullable Parts asOf,
        @Nullable Parts from,
        @Nullable Audience audience) {

    Audience audienceOrFunders() {
        return audience == null ? Audience.FUNDERS : audience;
    }

    /** A date in the three fields in which people type it. */
    record Parts(
            @Nullable String day,
            @Nullable String month,
            @Nullable String year) {
        static Parts of(@Nullable LocalDate date) {
            return date == null
                    ? new Parts(null, null, null)
                    : new Parts(
                            String.valueOf(date.getDayOfMonth()),
                            String.valueOf(date.getMonthValue()),
                            String.valueOf(date.getYear()));
        }

        boolean isEmpty() {
            return isBlank(day) && isBlank(month) && isBlank(year);
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        /** The date; null where the fields hold none. */
        @Nullable
        LocalDate date() {
            try {
                return LocalDate.of(number(year), number(month), number(day));
            } catch (DateTimeException | NumberFormatException noDate) {
                return null;
            }
        }

        private static int number(@Nullable String text) {
            return Integer.parseInt(text == null ? "" : text.strip());
        }
    }

    /** The fields that hold something, but no date that a report can have. */
    List<String> problems(LocalDate today) {
        var problems = new ArrayList<String>();
        var last = asOfDate();
        if (last == null || last.isAfter(today)) {
            problems.add("asOf");
        }
        var first = fromDate();
        if (from != null && !from.isEmpty() && (first == null || (last != null && first.isAfter(last)))) {
            problems.add("from");
        }
        return problems;
    }

    @Nullable
    LocalDate asOfDate() {
        return asOf == null ? null : asOf.date();
    }

    @Nullable
    LocalDate fromDate() {
        return from == null || from.isEmpty() ? null : from.date();
    }
}
