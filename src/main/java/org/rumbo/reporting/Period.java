package org.rumbo.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;

/**
 * The days that a report looks at, as moments in the network's time zone.
 *
 * @param until the end of the last day; what was recorded at or after it is not in the report
 * @param since the beginning of the first day; null without a period
 * @param provisional whether the last day was over for less than an hour, or is not over
 */
record Period(
        LocalDate asOf,
        @Nullable LocalDate from,
        Instant until,
        @Nullable Instant since,
        boolean provisional,
        ZoneId zone) {
    /** Before this year no ledger of ours can have begun. */
    private static final int EARLIEST = 1970;

    private static final Duration SETTLING = Duration.ofHours(1);

    static Period of(@Nullable LocalDate wanted, @Nullable LocalDate from, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var asOf = wanted == null ? today : wanted;
        if (asOf.isAfter(today) || asOf.getYear() < EARLIEST) {
            throw DomainException.malformed("asOf");
        }
        if (from != null && (from.isAfter(asOf) || from.getYear() < EARLIEST)) {
            throw DomainException.malformed("from");
        }
        var until = start(asOf.plusDays(1), zone);
        return new Period(
                asOf, from, until, from == null ? null : start(from, zone), now.isBefore(until.plus(SETTLING)), zone);
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
