package org.rumbo.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.time.DateTimeUtils;

/** The application's clock, which tests move: the system's time, ticking in milliseconds, and as far ahead as they say. */
public final class TimeMachine extends Clock {
    private final Clock here;
    private final AtomicReference<Duration> ahead;

    public TimeMachine() {
        this(Clock.tickMillis(ZoneOffset.UTC), new AtomicReference<>(Duration.ZERO));
    }

    private TimeMachine(Clock here, AtomicReference<Duration> ahead) {
        this.here = here;
        this.ahead = ahead;
    }

    /** The engine's time is one for the whole machine, and another application may have started here since: it comes along. */
    public void advance(Duration by) {
        DateTimeUtils.setCurrentMillisProvider(this::millis);
        ahead.updateAndGet(so -> so.plus(by));
    }

    public void comeBack() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return here.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return here.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TimeMachine(here.withZone(zone), ahead);
    }
}
