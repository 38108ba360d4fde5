package org.rumbo.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.rumbo.shared.InstallationFact;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events of the ledger about itself: that it lived on this day, and that its clocks disagree. */
@Component
class Heartbeat {
    static final String BEAT = "log.heartbeat";
    static final String CLOCK = "log.clock";
    static final Duration TOO_FAR = Duration.ofSeconds(60);
    private static final Duration SAID_AGAIN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final LedgerLog log;
    private final SealedTrees trees;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean watchesClock;
    private final TransactionTemplate transaction;

    Heartbeat(
            JdbcClient jdbc,
            LedgerLog log,
            SealedTrees trees,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${rumbo.ledger.clock-alarm}") boolean watchesClock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.log = log;
        this.trees = trees;
        this.events = events;
        this.clock = clock;
        this.watchesClock = watchesClock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Once a day, whoever comes first; a checkpoint a day has a date then, on days on which nothing happened too. */
    @Scheduled(cron = "${rumbo.ledger.heartbeat:0 7 * * * *}")
    void beat() {
        transaction.executeWithoutResult(status -> {
            var tree = log.current();
            var midnight = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().atStartOfDay(ZoneOffset.UTC);
            if (isFirst(tree, BEAT, Timestamp.from(midnight.toInstant()))) {
                var detail = new HashMap<String, Object>();
                trees.newest(tree.id()).ifPresent(newest -> {
                    detail.put("size", newest.size());
                    detail.put("root", newest.root().toString());
                });
                events.publishEvent(new InstallationFact(BEAT, detail));
            }
        });
    }

    /** An alarm and never a refusal: the order is the tree's, not the clocks'. */
    void clocksDiffer(Duration apart) {
        if (watchesClock && apart.compareTo(TOO_FAR) > 0) {
            transaction.executeWithoutResult(status -> {
                if (isFirst(log.current(), CLOCK, Timestamp.from(clock.instant().minus(SAID_AGAIN)))) {
                    events.publishEvent(new InstallationFact(CLOCK, Map.of("seconds", apart.toSeconds())));
                }
            });
        }
    }

    private boolean isFirst(LedgerLog.Tree tree, String action, Timestamp since) {
        log.lock(tree);
        return jdbc.sql("select count(*) from ledger_event where action = ? and recorded_at >= ?")
                        .params(action, since)
                        .query(Long.class)
                        .single()
                == 0;
    }
}
