package org.rumbo.exchange;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.SheetImport.Status;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what imports ask for, in the background: row by row, each once, each in a transaction of its own. Whoever begins after a
 * crash goes on where it ended.
 */
@Component
class SheetWork {
    private static final Logger LOG = LoggerFactory.getLogger(SheetWork.class);
    private static final int AT_ONCE = 20;

    private final SheetStore store;
    private final RowWork rows;
    private final People people;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var made = new Thread(work, "spreadsheets");
        made.setDaemon(true);
        return made;
    });

    SheetWork(
            SheetStore store,
            RowWork rows,
            People people,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.people = people;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void begin(UUID id) {
        thread.execute(() -> {
            try {
                work(id);
            } catch (RuntimeException failed) {
                // Its lease ends by itself and the next round goes on.
                LOG.warn("Spreadsheet import {}: {}", id, failed.toString());
            }
        });
    }

    @Scheduled(fixedDelayString = "${rumbo.sheets.every:10s}", initialDelayString = "${rumbo.sheets.every:10s}")
    void goOn() {
        store.atWork().forEach(this::begin);
    }

    /** Works at an import to its end, unless another node does. */
    void work(UUID id) {
        var owner = UUID.randomUUID();
        if (!store.lease(id, owner)) {
            return;
        }
        // What an import changes carries its id in the ledger, as what a request changes carries the request's.
        MDC.put("request", id.toString());
        try {
            while (store.lease(id, owner)) {
                var kept = store.find(id).orElse(null);
                if (kept == null || !kept.status().isAtWork()) {
                    return;
                }
                var back = kept.status() == Status.UNDOING;
                var open = store.open(id, back, AT_ONCE);
                if (open.isEmpty()) {
                    end(kept, back);
                    return;
                }
                step(kept, open, back);
            }
        } finally {
            MDC.remove("request");
            store.release(id, owner);
        }
    }

    private void step(SheetStore.Kept kept, List<ImportRow> open, boolean back) {
        for (var row : open) {
            // Asked anew for each row: what is taken from her counts at once.
            Optional<Actor> actor = people.actor(kept.person());
            if (actor.isEmpty()) {
                store.note(kept.id(), row.place(), back, "problem.access-ended", null);
            } else if (back) {
                rows.takeBack(kept.id(), row, actor.get());
            } else {
                rows.make(kept.id(), row, actor.get());
            }
        }
    }

    private void end(SheetStore.Kept kept, boolean back) {
        transaction.executeWithoutResult(status -> {
            if (!store.move(kept.id(), kept.status(), back ? Status.UNDONE : Status.APPLIED, clock.instant())) {
                return;
            }
            var counted = store.counted(kept, null);
            events.publishEvent(new SheetFact(
                    back ? "sheet.undo" : "sheet.import",
                    kept.person(),
                    country(kept.id()),
                    Map.of(
                            "import",
                            kept.id(),
                            "done",
                            back ? counted.back() : counted.done(),
                            "left",
                            back ? counted.left() : counted.tried() - counted.done())));
        });
    }

    private @Nullable CountryCode country(UUID id) {
        var countries = store.countries(id);
        return countries.size() == 1 ? new CountryCode(Objects.requireNonNull(countries.get(0))) : null;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
