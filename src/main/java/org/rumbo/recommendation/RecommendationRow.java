package org.rumbo.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list.
 *
 * @param title in the original language; {@code titles} has all of them by tag
 * @param overdue whether its target date has passed while it is not implemented
 * @param full whether its reader reads all of the item; if not, she is not told who looks after it
 * @param stale whether there was no news for longer than the network allows
 * @param unverifiedSince when its state was confirmed, where that is longer ago than the network trusts it; else absent
 */
public record RecommendationRow(
        String code,
        String country,
        Origin origin,
        String title,
        String language,
        Map<String, String> titles,
        State state,
        Instant stateSince,
        @Nullable CloseReason closeReason,
        Position position,
        LevelView level,
        @Nullable Integer rating,
        @Nullable String addressee,
        List<String> themes,
        @Nullable LocalDate targetDate,
        boolean priority,
        NextStep nextStep,
        int markersTotal,
        int markersMet,
        boolean overdue,
        boolean stale,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate unverifiedSince,
        Instant newsAt,
        Instant updatedAt,
        @JsonIgnore boolean full,
        @JsonIgnore @Nullable UUID ownerId) {

    public RecommendationRow {
        ownerId = full ? ownerId : null;
    }

    /** The title in a reader's language, or in the original one where it is missing. */
    public String titleIn(String tag) {
        return titles.getOrDefault(tag, title);
    }
}
