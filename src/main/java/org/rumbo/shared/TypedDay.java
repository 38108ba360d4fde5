package org.rumbo.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day in the three fields in which people type it. */
public record TypedDay(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {

    public static TypedDay of(@Nullable LocalDate date) {
        return date == null
                ? new TypedDay(null, null, null)
                : new TypedDay(
                        String.valueOf(date.getDayOfMonth()),
                        String.valueOf(date.getMonthValue()),
                        String.valueOf(date.getYear()));
    }

    /** Of 2026-03-12, as addresses have it; of anything else a day that cannot be read. */
    public static TypedDay valueOf(String written) {
        var parts = written.strip().split("-", 3);
        return parts.length == 3 ? new TypedDay(parts[2], parts[1], parts[0]) : new TypedDay(null, null, written);
    }

    public boolean isEmpty() {
        return isBlank(day) && isBlank(month) && isBlank(year);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The date; null where the fields hold none. */
    public @Nullable LocalDate date() {
        try {
            return LocalDate.of(number(year), number(month), number(day));
        } catch (DateTimeException | NumberFormatException noDate) {
            return null;
        }
    }

    /** Whether something was typed that is no date. */
    public boolean isUnreadable() {
        return !isEmpty() && date() == null;
    }

    private static int number(@Nullable String text) {
        return Integer.parseInt(text == null ? "" : text.strip());
    }
}
