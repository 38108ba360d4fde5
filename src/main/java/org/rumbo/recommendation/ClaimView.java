package org.rumbo.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open or returned claim, for those who may read the item in full.
 *
 * @param earlier null unless it was returned and made again
 */
public record ClaimView(
        UUID id,
        State to,
        Move move,
        ClaimStatus status,
        @Nullable LocalDate occurredOn,
        @Nullable String statement,
        @Nullable Contribution contribution,
        @Nullable Level level,
        @Nullable Delivery delivered,
        @Nullable CloseReason closeReason,
        @Nullable String supersededBy,
        List<UUID> evidence,
        @Nullable String madeBy,
        Instant madeAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Earlier earlier) {

    /** What it said before it was returned, and why it was. */
    public record Earlier(
            @Nullable String statement, @Nullable String reason) {}

    /** When and how the item was put before its addressee. */
    public record Delivery(@Nullable LocalDate on, @Nullable String how) {}
}
