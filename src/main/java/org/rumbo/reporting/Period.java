package org.rumbo.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.RecordedDay;
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
    static Period of(@Nullable LocalDate wanted, @Nullable LocalDate from, Instant now, ZoneId zone) {
        var last = RecordedDay.of(wanted, now, zone);
        if (from != null && (from.isAfter(last.day()) || RecordedDay.isTooEarly(from))) {
            throw DomainException.malformed("from");
        }
        var since = from == null ? null : from.atStartOfDay(zone).toInstant();
        return new Period(last.day(), from, last.end(), since, last.provisional(), zone);
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
