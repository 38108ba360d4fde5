package org.rumbo.sheet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Days as spreadsheets count them (ECMA-376 part 1, 18.17.4.1): from 1900, with a 29 February 1900 that never was, or from 1904. */
final class ExcelDay {
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final int NEVER_WAS = 60;
    private static final int LAST = 2_958_465;

    private ExcelDay() {}

    /** None for days that spreadsheets do not know. */
    static Optional<Integer> serial(LocalDate day) {
        var days = ChronoUnit.DAYS.between(BEFORE_1900, day);
        var serial = days < NEVER_WAS ? days : days + 1;
        return serial < 1 || serial > LAST ? Optional.empty() : Optional.of((int) serial);
    }

    /** The day of a point in time; none where there is no such day. */
    static Optional<LocalDate> day(double serial, boolean from1904) {
        var whole = Math.floor(serial);
        if (!(whole >= (from1904 ? 0 : 1) && whole <= LAST) || (!from1904 && whole == NEVER_WAS)) {
            return Optional.empty();
        }
        var days = (long) whole;
        return Optional.of(
                from1904 ? START_1904.plusDays(days) : BEFORE_1900.plusDays(days < NEVER_WAS ? days : days - 1));
    }
}
