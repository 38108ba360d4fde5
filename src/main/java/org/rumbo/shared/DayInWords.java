package org.rumbo.shared;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** A day as every page writes it, with the month in letters of the reader's language: 12 mar 2026. */
public final class DayInWords {
    private DayInWords() {}

    public static String of(LocalDate day, MessageSource messages, Locale locale) {
        var month = messages.getMessage("month." + day.getMonthValue(), null, locale);
        return day.getDayOfMonth() + " " + month + " " + day.getYear();
    }
}
