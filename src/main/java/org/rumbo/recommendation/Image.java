package org.rumbo.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation at one moment without any text or person: codes, enums, numbers and dates. Reports of past dates are
 * computed from these.
 */
public record Image(
        Origin origin,
        State state,
        Instant stateSince,
        @Nullable CloseReason closeReason,
        @Nullable String supersededBy,
        Position position,
        @Nullable LocalDate positionOn,
        Level self,
        Level validated,
        @Nullable Integer rating,
        List<String> themes,
        List<Integer> sdgs,
        @Nullable LocalDate targetDate,
        boolean priority,
        int markersTotal,
        int markersMet,
        int expectTotal,
        int expectMet,
        ClaimStatus claim,
        boolean evaluationOpen) {}
