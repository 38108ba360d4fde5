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

    /** For people to read, as it was typed; null where nothing was. */
    public @Nullable String asText() {
        return isEmpty() ? null : part(day) + "." + part(month) + "." + part(year);
    }

    private static String part(@Nullable String part) {
        return part == null ? "" : part.strip();
    }

    public boolean isEmpty() {
        return (part(day) + part(month) + part(year)).isEmpty();
    }

    /** The date; null where the fields hold none. */
    public @Nullable LocalDate date() {
        try {
            return LocalDate.of(
                    Integer.parseInt(part(year)), Integer.parseInt(part(month)), Integer.parseInt(part(day)));
        } catch (DateTimeException | NumberFormatException noDate) {
            return null;
        }
    }

    /** Whether something was typed that is no date. */
    public boolean isUnreadable() {
        return !isEmpty() && date() == null;
    }
}
