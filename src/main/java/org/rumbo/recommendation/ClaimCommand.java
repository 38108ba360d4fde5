package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator claims; which parts are needed depends on the target and stands in the decision table of evidence.
 *
 * @param to the state that is claimed to be reached
 * @param occurredOn the day of the act itself
 * @param statement what happened and what the paper had to do with it
 * @param deliveredOn when, and {@code deliveredHow} in which way, it was put before its addressee
 * @param supersededBy the code of the newer item, where that is the reason for closing
 */
public record ClaimCommand(
        State to,
        @Nullable LocalDate occurredOn,
        @Nullable String statement,
        @Nullable Contribution contribution,
        @Nullable Level level,
        List<UUID> evidence,
        @Nullable LocalDate deliveredOn,
        @Nullable String deliveredHow,
        @Nullable CloseReason closeReason,
        @Nullable String supersededBy) {}
