package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.State;

/**
 * A year of months across, with a line per recommendation. Places are per cent of the width, so that the same drawing fits a
 * phone and a sheet of paper.
 *
 * @param today where the line of today stands; null where the year does not hold it
 */
record Timeline(
        YearMonth from, List<Month> months, @Nullable String today, List<Bar> bars) {
    static final int MONTHS = 12;
    private static final int BEFORE_TODAY = 3;

    /** Where a month begins, and whether it is one of those that are still named on a narrow screen. */
    record Month(int number, int year, String x, String middle, String width, boolean named) {}

    /**
     * One recommendation.
     *
     * @param since the day on which it reached where it stands
     * @param x where the bar begins; null where nothing of it falls into this year
     * @param lateX where the part begins for which it has been late; null where it is not
     * @param due where the diamond of its target date stands; null where that is not in this year
     * @param dueLater whether its target date comes after this year
     */
    record Bar(
            ListLine line,
            LocalDate since,
            @Nullable String x,
            @Nullable String width,
            @Nullable String lateX,
            @Nullable String lateWidth,
            @Nullable String due,
            boolean dueLater) {}

    static YearMonth usualStart(LocalDate today) {
        return YearMonth.from(today).minusMonths(BEFORE_TODAY);
    }

    static Timeline of(YearMonth from, List<ListLine> lines, NetworkDays days) {
        var scale = new Scale(from.atDay(1), from.plusMonths(MONTHS).atDay(1));
        var today = days.today();
        return new Timeline(
                from,
                IntStream.range(0, MONTHS)
                        .mapToObj(i -> month(from.plusMonths(i), i, scale))
                        .toList(),
                scale.holds(today) ? scale.at(today) : null,
                lines.stream().map(line -> bar(line, scale, days)).toList());
    }

    public YearMonth to() {
        return from.plusMonths(MONTHS - 1L);
    }

    private static Month month(YearMonth month, int place, Scale scale) {
        var first = month.atDay(1);
        var next = month.plusMonths(1).atDay(1);
        return new Month(
                month.getMonthValue(),
                month.getYear(),
                scale.at(first),
                scale.at(first.plusDays(14)),
                scale.width(first, next),
                place % 3 == 0);
    }

    private static Bar bar(ListLine line, Scale scale, NetworkDays days) {
        var row = line.row();
        var since = days.of(row.stateSince());
        var today = days.today();
        var due = row.targetDate();
        var open = !row.state().isReached() && row.state() != State.CLOSED;
        // Ahead only while something is still to come; what is done ends today.
        var end = open && due != null && due.isAfter(today) ? due : today;
        var onTime = line.lateDays() > 0 && due != null && due.isAfter(since) ? due : end;
        var lateFrom = line.lateDays() > 0 && due != null ? (due.isAfter(since) ? due : since) : null;
        return new Bar(
                line,
                since,
                scale.start(since, onTime),
                scale.shown(since, onTime),
                lateFrom == null ? null : scale.start(lateFrom, today),
                lateFrom == null ? null : scale.shown(lateFrom, today),
                due != null && scale.holds(due) ? scale.at(due) : null,
                due != null && !due.isBefore(scale.end()));
    }

    /** Turns days into places. */
    private record Scale(LocalDate start, LocalDate end) {
        boolean holds(LocalDate day) {
            return !day.isBefore(start) && day.isBefore(end);
        }

        String at(LocalDate day) {
            return percent(ChronoUnit.DAYS.between(start, day));
        }

        String width(LocalDate from, LocalDate to) {
            return percent(ChronoUnit.DAYS.between(from, to));
        }

        /** Where what goes from one day to another begins to be seen; null where it is not. */
        @Nullable
        String start(LocalDate from, LocalDate to) {
            return overlaps(from, to) ? at(later(from, start)) : null;
        }

        @Nullable
        String shown(LocalDate from, LocalDate to) {
            return overlaps(from, to) ? width(later(from, start), earlier(to, end)) : null;
        }

        private boolean overlaps(LocalDate from, LocalDate to) {
            return from.isBefore(to) && from.isBefore(end) && to.isAfter(start);
        }

        private String percent(long days) {
            return String.format(Locale.ROOT, "%.2f%%", days * 100.0 / ChronoUnit.DAYS.between(start, end));
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }
}
