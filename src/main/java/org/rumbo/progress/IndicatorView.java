package org.rumbo.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as readers within the network get it.
 *
 * @param values what counts now, in the order of their days
 * @param corrected what counted once and was corrected
 */
public record IndicatorView(
        UUID id,
        String name,
        String unit,
        BigDecimal baseline,
        LocalDate baselineOn,
        BigDecimal target,
        LocalDate targetOn,
        List<Value> values,
        List<Corrected> corrected,
        int version) {

    /**
     * A count.
     *
     * @param evidence a document of the item in which it stands
     * @param corrects the value that it corrects, and why
     */
    public record Value(
            UUID id,
            BigDecimal amount,
            LocalDate on,
            String source,
            @Nullable UUID evidence,
            @Nullable String note,
            @Nullable UUID corrects,
            @Nullable String reason) {}

    /** A count that was wrong. */
    public record Corrected(UUID id, BigDecimal amount, LocalDate on, String source, UUID correctedBy) {}

    /** The newest count; empty as long as there is none. */
    public Optional<Value> last() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
