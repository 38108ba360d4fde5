package org.rumbo.recommendation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Network;
import org.springframework.stereotype.Component;

/** Turns moments into the days of the network's own calendar. */
@Component
class NetworkDays {
    private final Clock clock;
    private final Network network;

    NetworkDays(Clock clock, Network network) {
        this.clock = clock;
        this.network = network;
    }

    LocalDate today() {
        return of(clock.instant());
    }

    LocalDate of(Instant moment) {
        return network.day(moment);
    }

    /** How many days ago it was; 0 for today. */
    long since(Instant moment) {
        return ChronoUnit.DAYS.between(of(moment), today());
    }

    /** How many days ago it should have been done; 0 where it is not late. */
    long late(@Nullable LocalDate due) {
        return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today()));
    }

    /** Whether it is due within a week from today. */
    boolean soon(@Nullable LocalDate due) {
        return due != null && late(due) == 0 && !due.isAfter(today().plusDays(7));
    }

    /** The day by which a claim should be decided. */
    LocalDate decisionDue(Instant claimed) {
        return of(claimed.plus(network.decision().due()));
    }

    Duration staleAfter() {
        return network.staleAfter();
    }
}
