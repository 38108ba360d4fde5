package org.rumbo.workflow;

import java.time.Clock;
import org.joda.time.DateTimeUtils;

/**
 * The engine keeps its time in a static of the JVM; while this is open, that time is the application's clock, so that timers follow it
 * wherever it goes.
 */
final class EngineClock implements AutoCloseable {
    EngineClock(Clock clock) {
        // The engine's ClockUtil reads this clock and offers itself only a fixed time or an offset to the system's.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }

    @Override
    public void close() {
        DateTimeUtils.setCurrentMillisSystem();
    }
}
