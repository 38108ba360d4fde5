package org.rumbo.ledger.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.HistoryEntry;
import org.rumbo.ledger.LatestHistory;
import org.rumbo.recommendation.LatestChanges;
import org.rumbo.recommendation.State;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Component;

/** Tells the newest events in the words of an item's history. */
@Component
class LatestChangesInWords implements LatestChanges {
    private final LatestHistory latest;
    private final HistoryWords words;

    LatestChangesInWords(LatestHistory latest, HistoryWords words) {
        this.latest = latest;
        this.words = words;
    }

    @Override
    public List<Change> of(Actor actor, int most, Locale locale) {
        return latest.of(actor, most).stream()
                .map(event -> new Change(
                        event.code(),
                        words.sentence(event.entry(), locale),
                        event.entry().at(),
                        reached(event.entry())))
                .toList();
    }

    private static @Nullable State reached(HistoryEntry entry) {
        return entry.to() == null || entry.to().equals(entry.from()) ? null : State.valueOf(entry.to());
    }
}
