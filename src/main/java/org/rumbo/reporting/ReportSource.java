package org.rumbo.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rumbo.ledger.LedgerEvent;
import org.rumbo.ledger.LedgerReader;
import org.springframework.stereotype.Component;

/** Fetches from the ledger what a report is computed from, in a number of statements that does not depend on its size. */
@Component
class ReportSource {
    /** Databases take some ten thousand parameters at once, not more. */
    private static final int AT_ONCE = 10_000;

    private final LedgerReader ledger;

    ReportSource(LedgerReader ledger) {
        this.ledger = ledger;
    }

    ReportFacts facts(Period period, ReportScope scope) {
        var since = period.since();
        var now = images(period.until(), scope);
        var before = since == null ? List.<LedgerEvent>of() : images(since, scope);
        var acts = ledger.between(null, period.until(), ReportFacts.ACTS);
        return new ReportFacts(now, before, acts, texts(ReportFacts.commitments(now, acts)));
    }

    /** Per item its image at a moment, as far as the scope goes. */
    List<LedgerEvent> images(Instant until, ReportScope scope) {
        var images = new ArrayList<LedgerEvent>();
        if (scope.needsFull()) {
            take(ledger.newest(until, false), scope, true, images);
        }
        if (scope.needsReleased()) {
            take(ledger.newest(until, true), scope, false, images);
        }
        return images;
    }

    private static void take(List<LedgerEvent> events, ReportScope scope, boolean inFull, List<LedgerEvent> into) {
        events.stream().filter(event -> scope.takes(event, inFull)).forEach(into::add);
    }

    private Map<String, String> texts(Collection<String> commitments) {
        var texts = new HashMap<String, String>();
        var all = List.copyOf(commitments);
        for (var i = 0; i < all.size(); i += AT_ONCE) {
            texts.putAll(ledger.texts(all.subList(i, Math.min(i + AT_ONCE, all.size()))));
        }
        return texts;
    }
}
