package org.rumbo.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A recommendation as a reader gets it: in full, or as it was last confirmed. */
public sealed interface RecommendationView {
    /** What all readers are shown. */
    @JsonIgnore
    Facts facts();

    List<EvidenceView> evidence();

    /** When its state was confirmed, where that is longer ago than the network trusts it. */
    @Nullable
    LocalDate unverifiedSince();

    List<LinkView> links();

    List<String> actions();

    /**
     * An item's fields.
     *
     * @param title in its original language
     * @param language the original language's tag
     * @param titles all languages, by tag; likewise the summaries and the agreed readings
     */
    record Facts(
            String code,
            String country,
            Origin origin,
            String title,
            @Nullable String summary,
            String language,
            Map<String, String> titles,
            Map<String, String> summaries,
            Map<String, String> readings,
            @Nullable Source source,
            State state,
            Instant stateSince,
            @Nullable CloseReason closeReason,
            @Nullable String supersededBy,
            Position position,
            @Nullable LocalDate positionOn,
            @Nullable String positionSource,
            LevelView level,
            @Nullable Integer rating,
            @Nullable String addressee,
            @Nullable String reading,
            List<String> themes,
            List<Integer> sdgs,
            @Nullable LocalDate targetDate,
            boolean priority,
            List<MarkerView> markers) {

        /** What was kept before readings were translated has none of them. */
        public Facts {
            readings = Objects.requireNonNullElse(readings, Map.of());
        }

        /** The title in a reader's language, or in the original one where it is missing. */
        public String titleIn(String tag) {
            return titles.getOrDefault(tag, title);
        }

        public @Nullable String summaryIn(String tag) {
            return summaries.getOrDefault(tag, summary);
        }

        public @Nullable String readingIn(String tag) {
            return readings.getOrDefault(tag, reading);
        }

        /** The language in which that is, where it is not the reader's. */
        public @Nullable String readingLanguage(String tag) {
            return readings.containsKey(tag)
                    ? null
                    : readings.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(reading))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(null);
        }

        /** How many markers are expected, rather than hoped for. */
        public long expected() {
            return markers.stream().filter(Facts::isExpected).count();
        }

        public long expectedMet() {
            return markers.stream()
                    .filter(marker -> isExpected(marker) && marker.met())
                    .count();
        }

        private static boolean isExpected(MarkerView marker) {
            return marker.ambition() == Ambition.EXPECT;
        }

        public long markersMet() {
            return markers.stream().filter(MarkerView::met).count();
        }
    }

    /** For its team, the directors, auditors and assigned evaluators. */
    record Full(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Facts facts,
            @Nullable String owner,
            @Nullable String levelReason,
            List<EvidenceView> evidence,
            @Nullable ClaimView claim,
            boolean evaluationOpen,
            NextStep nextStep,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate unverifiedSince,

            List<LinkView> links,
            Instant updatedAt,
            @JsonIgnore String tag,
            List<String> actions)
            implements RecommendationView {}

    /** For everybody else: facts as last confirmed, released evidence, nothing that is still under way. */
    record Released(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Facts facts,
            List<EvidenceView> evidence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate unverifiedSince,

            List<LinkView> links,
            Instant updatedAt,
            List<String> actions)
            implements RecommendationView {}
}
