package org.rumbo.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;

/**
 * A day of the network's as the ledger tells of it, by the time at which events were recorded.
 *
 * @param end what was recorded at or after it is not of that day
 * @param provisional whether the day was over for less than an hour, or is not over
 */
public record RecordedDay(LocalDate day, Instant end, boolean provisional) {
    /** Before this year no ledger of ours can have begun. */
    private static final int EARLIEST = 1970;

    private static final Duration SETTLING = Duration.ofHours(1);

    /**
     * @param wanted null for today
     * @throws DomainException malformed (400) at {@code asOf} where the day has not come, or lies before every ledger
     */
    public static RecordedDay of(@Nullable LocalDate wanted, Instant now, ZoneId zone) {
        var day = wanted == null ? now.atZone(zone).toLocalDate() : wanted;
        if (!hasCome(day, now, zone)) {
            throw DomainException.malformed("asOf");
        }
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new RecordedDay(day, end, now.isBefore(end.plus(SETTLING)));
    }

    static boolean hasCome(LocalDate day, Instant now, ZoneId zone) {
        return !day.isAfter(now.atZone(zone).toLocalDate()) && !isTooEarly(day);
    }

    public static boolean isTooEarly(LocalDate day) {
        return day.getYear() < EARLIEST;
    }
}
