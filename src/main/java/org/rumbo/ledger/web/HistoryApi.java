package org.rumbo.ledger.web;

import java.util.List;
import org.rumbo.ledger.History;
import org.rumbo.ledger.HistoryEntry;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An item's history over REST. */
@RestController
class HistoryApi {
    private final History history;

    HistoryApi(History history) {
        this.history = history;
    }

    record Entries(List<HistoryEntry> items) {}

    @GetMapping("/api/v1/recommendations/{code}/history")
    @Needs(Permission.HISTORY_READ_RELEASED)
    Entries history(@PathVariable RecommendationCode code, Actor actor) {
        return new Entries(history.of(code, actor));
    }
}
