package org.rumbo.progress;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When update rounds open by themselves; {@code config/network.yml}.
 *
 * @param automatic whether they do; else directors open them
 */
@ConfigurationProperties("network.rounds")
record RoundCalendar(
        @DefaultValue("false") boolean automatic,
        @DefaultValue List<Half> halves) {

    /**
     * One round of the year, its days as month and day, such as {@code 06-30}.
     *
     * @param key how its key ends, after the year in which it opens
     */
    record Half(String key, String opens, String due, String cutOff) {}

    /** A round with its days. */
    record Planned(String key, LocalDate opens, LocalDate due, LocalDate cutOff) {
        /** A round that opens late leaves the teams some time, until its cut-off at most. */
        RoundCommand openedOn(LocalDate day) {
            var moved = day.isAfter(due) ? cutOff : due;
            return new RoundCommand(null, cutOff, moved);
        }
    }

    /** Whose time it is on that day: it has opened and is not over; empty where none is. */
    List<Planned> on(LocalDate day) {
        return halves.stream()
                .flatMap(half -> List.of(planned(half, day.getYear() - 1), planned(half, day.getYear())).stream())
                .filter(planned -> !day.isBefore(planned.opens()) && !day.isAfter(planned.cutOff()))
                .toList();
    }

    /** Days before the opening's are of the next year. */
    private static Planned planned(Half half, int year) {
        var opens = day(half.opens()).atYear(year);
        return new Planned(
                year + "-" + half.key(), opens, after(opens, day(half.due())), after(opens, day(half.cutOff())));
    }

    private static LocalDate after(LocalDate opens, MonthDay day) {
        var sameYear = day.atYear(opens.getYear());
        return sameYear.isBefore(opens) ? day.atYear(opens.getYear() + 1) : sameYear;
    }

    private static MonthDay day(String written) {
        return MonthDay.parse("--" + written);
    }
}
