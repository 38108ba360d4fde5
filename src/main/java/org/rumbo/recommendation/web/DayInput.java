package org.rumbo.recommendation.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day as it is typed, in three fields. */
record DayInput(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {
    private static final DayInput NONE = new DayInput(null, null, null);

    static DayInput of(@Nullable LocalDate day) {
        return day == null
                ? NONE
                : new DayInput(
                        String.valueOf(day.getDayOfMonth()),
                        String.valueOf(day.getMonthValue()),
                        String.valueOf(day.getYear()));
    }

    /** What was typed, ready to be shown again. */
    static DayInput orEmpty(@Nullable DayInput typed) {
        return typed == null ? NONE : typed;
    }

    /** For people to read; null where nothing was typed. */
    @Nullable
    String asText() {
        return isBlank() ? null : String.join(".", part(day), part(month), part(year));
    }

    private static String part(@Nullable String part) {
        return part == null ? "" : part.strip();
    }

    boolean isBlank() {
        return blank(day) && blank(month) && blank(year);
    }

    private static boolean blank(@Nullable String part) {
        return part == null || part.isBlank();
    }
}
