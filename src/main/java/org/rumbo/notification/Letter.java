package org.rumbo.notification;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail in words.
 *
 * @param address where it goes; null where none is known
 * @param name how its reader is called
 * @param stop where more of the kind can be stopped
 */
public record Letter(
        @Nullable String address, String name, Locale locale, String subject, String text, String html, String stop) {}
