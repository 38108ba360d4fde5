package org.rumbo.reporting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.reporting.Audience;
import org.rumbo.shared.TypedDay;

/** What a director fills in to publish a report. */
record PublishForm(
        @Nullable TypedDay asOf,
        @Nullable TypedDay from,
        @Nullable Audience audience) {

    Audience audienceOrFunders() {
        return audience == null ? Audience.FUNDERS : audience;
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
