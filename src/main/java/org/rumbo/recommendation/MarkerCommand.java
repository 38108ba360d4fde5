package org.rumbo.recommendation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a marker; null leaves a part as it is.
 *
 * @param metOn the day on which it was met; today where not said
 * @param reason why its wording changes, needed once the item is adopted
 */
public record MarkerCommand(
        @Nullable String text,
        @Nullable Ambition ambition,
        @Nullable Boolean met,
        @Nullable LocalDate metOn,
        @Nullable String reason) {
    boolean rewords() {
        return text != null || ambition != null;
    }
}
