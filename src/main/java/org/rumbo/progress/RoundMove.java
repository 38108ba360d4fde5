package org.rumbo.progress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Other days for an open round; null leaves a day as it is.
 *
 * @param reason why they are moved; everybody in the round reads it
 */
public record RoundMove(
        @Nullable LocalDate due,
        @Nullable LocalDate cutOff,
        @Nullable String reason) {}
