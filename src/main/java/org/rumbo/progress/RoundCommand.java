package org.rumbo.progress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An update round to be opened.
 *
 * @param cutOff the day until which facts count; at its end the round closes
 * @param due the day until which teams should answer; who answers later is late
 */
public record RoundCommand(@Nullable String name, LocalDate cutOff, LocalDate due) {}
