package org.rumbo.reporting.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.reporting.NetworkSummaries;
import org.rumbo.reporting.NetworkSummary;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many recommendations are where, now or at the end of a past day. */
@RestController
class SummaryApi {
    private final NetworkSummaries summaries;

    SummaryApi(NetworkSummaries summaries) {
        this.summaries = summaries;
    }

    @GetMapping("/api/v1/summary")
    @Needs(Permission.SUMMARY_READ)
    NetworkSummary summary(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            Actor actor) {
        return summaries.of(asOf, actor);
    }
}
