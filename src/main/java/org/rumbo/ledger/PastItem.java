package org.rumbo.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimStatus;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.LevelView;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.State;

/**
 * An item as it stood at the end of a day.
 *
 * @param provisional whether that day was over for less than an hour, or is not over
 * @param standing absent where nothing that this reader may know of had been recorded by then
 */
public record PastItem(
        String code,
        String country,
        LocalDate asOf,
        boolean provisional,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Standing standing) {

    /**
     * What the ledger says.
     *
     * @param recordedAt when the event was recorded that left it so
     * @param titles by language tag; an erased one says so
     * @param claim where the claim stood; absent for those who read confirmed facts alone
     */
    public record Standing(
            Instant recordedAt,
            Origin origin,
            Map<String, String> titles,
            State state,
            Instant stateSince,
            @Nullable CloseReason closeReason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String supersededBy,

            Position position,
            @Nullable LocalDate positionOn,
            LevelView level,
            @Nullable Integer rating,
            List<String> themes,
            List<Integer> sdgs,
            @Nullable LocalDate targetDate,
            boolean priority,
            Markers markers,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ClaimStatus claim) {

        /** The title in a language, or in another where it had none. */
        public String titleIn(String tag) {
            return titles.getOrDefault(tag, titles.values().stream().findFirst().orElse(""));
        }

        /** The language of {@link #titleIn}. */
        public String languageOf(String tag) {
            return titles.containsKey(tag)
                    ? tag
                    : titles.keySet().stream().findFirst().orElse(tag);
        }
    }

    /** How many markers it had and how many were met; likewise of those that are expected rather than hoped for. */
    public record Markers(int met, int total, int expectMet, int expectTotal) {}
}
