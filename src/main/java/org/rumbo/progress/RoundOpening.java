package org.rumbo.progress;

import java.time.Clock;
import org.rumbo.team.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the calendar's rounds. It looks every hour whether it is time for one that was not opened yet, so a server that was down opens
 * it when it is back, if it is not over; days are the network's, whatever the clocks do. Of two nodes the second is refused by the
 * database.
 */
@Component
@EnableConfigurationProperties(RoundCalendar.class)
class RoundOpening {
    private static final Logger LOG = LoggerFactory.getLogger(RoundOpening.class);

    private final RoundCalendar calendar;
    private final RoundKeeping keeping;
    private final Network network;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RoundOpening(
            RoundCalendar calendar,
            RoundKeeping keeping,
            Network network,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.calendar = calendar;
        this.keeping = keeping;
        this.network = network;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(cron = "${rumbo.rounds.look:0 5 * * * *}")
    void open() {
        if (calendar.automatic()) {
            var today = network.day(clock.instant());
            calendar.on(today).forEach(planned -> open(planned, planned.openedOn(today)));
        }
    }

    private void open(RoundCalendar.Planned planned, RoundCommand command) {
        try {
            transaction.executeWithoutResult(status -> keeping.openByCalendar(planned.key(), command));
        } catch (DataIntegrityViolationException anotherWasFaster) {
            LOG.info("The update round {} was opened by another node", planned.key());
        }
    }
}
