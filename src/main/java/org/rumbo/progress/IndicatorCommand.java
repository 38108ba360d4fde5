package org.rumbo.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an indicator; where it is there already, null leaves a field as it is.
 *
 * @param unit what is counted, such as municipalities
 * @param version on which version the asking rests; null for any
 */
public record IndicatorCommand(
        @Nullable String name,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineOn,
        @Nullable BigDecimal target,
        @Nullable LocalDate targetOn,
        @Nullable Integer version) {}
