package org.rumbo.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count to be recorded.
 *
 * @param source where it can be read
 * @param evidence a document of the item in which it stands
 * @param reason why it corrects an earlier one; null where it does not
 */
public record IndicatorValueCommand(
        BigDecimal amount,
        LocalDate on,
        String source,
        @Nullable UUID evidence,
        @Nullable String note,
        @Nullable String reason) {}
