package org.rumbo.ledger.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.History;
import org.rumbo.ledger.HistoryEntry;
import org.rumbo.ledger.PastItem;
import org.rumbo.ledger.PastItems;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An item's history over REST. */
@RestController
class HistoryApi {
    private final History history;
    private final PastItems past;

    HistoryApi(History history, PastItems past) {
        this.history = history;
        this.past = past;
    }

    record Entries(List<HistoryEntry> items) {}

    @GetMapping("/api/v1/recommendations/{code}/history")
    @Needs(Permission.HISTORY_READ_RELEASED)
    Entries history(@PathVariable RecommendationCode code, Actor actor) {
        return new Entries(history.of(code, actor));
    }

    @GetMapping("/api/v1/recommendations/{code}/history/as-of")
    @Needs(Permission.HISTORY_READ_RELEASED)
    PastItem asOf(
            @PathVariable RecommendationCode code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            Actor actor) {
        return past.of(code, asOf, actor);
    }
}
