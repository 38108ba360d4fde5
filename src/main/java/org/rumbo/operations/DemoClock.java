package org.rumbo.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The clock of a demonstration: the system's, but for the while in which its past is played. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {
    private final Clock here;
    private final AtomicReference<@Nullable Instant> played;

    @Autowired
    DemoClock(@Qualifier("clock") Clock here) {
        this(here, new AtomicReference<>());
    }

    private DemoClock(Clock here, AtomicReference<@Nullable Instant> played) {
        this.here = here;
        this.played = played;
    }

    void playAt(Instant at) {
        played.set(at);
    }

    void comeBack() {
        played.set(null);
    }

    @Override
    public Instant instant() {
        var at = played.get();
        return at == null ? here.instant() : at;
    }

    @Override
    public ZoneId getZone() {
        return here.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(here.withZone(zone), played);
    }
}
