package org.rumbo.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What had become of the recommendations at the end of a day: figures, steps, claims and what is late. Equal parameters
 * give equal reports, so nothing here says when or by whom it was computed.
 *
 * @param provisional whether the day was not yet safely over, or not all of it sealed, so that figures may still change
 * @param seal the first signed checkpoint of the ledger that holds all that the report is made of; absent while there is none
 * @param demonstration whether its countries and events are invented
 * @param reached how many of all are implemented or evaluated
 * @param ofTeams how many of all were proposed by a team rather than by a paper
 * @param unverified of how many nobody had confirmed the state for longer than the network trusts it; null in format 1
 * @param before the same counts when the period began; null without a period
 * @param added how many were not yet there when the period began
 * @param changes steps on the route within the period, or ever without one; oldest first
 * @param reopenings every step that one director took alone, ever: each later report names them
 * @param longest what has stood longest at its stop
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImplementationReport(
        String kind,
        int format,
        LocalDate asOf,
        @Nullable LocalDate from,
        boolean provisional,
        @Nullable Seal seal,
        boolean demonstration,
        Parameters parameters,
        long total,
        long reached,
        long ofTeams,
        @Nullable Long unverified,
        Map<String, Long> byState,
        @Nullable Before before,
        long added,
        List<OfCountry> countries,
        List<Change> changes,
        List<Change> reopenings,
        List<ConfirmedClaim> claims,
        List<Late> late,
        List<Standing> longest,
        Certainty certainty,
        List<Item> items) {
    public static final int FORMAT = 2;

    /** The size of the tree, its root in Base64 and the number of the key that signed it. */
    public record Seal(long size, String root, String keyId) {}

    /** The same with what is sealed of it. */
    ImplementationReport withSeal(boolean unsealed, @Nullable Seal first) {
        return with(provisional || unsealed, first, claims);
    }

    /** The same with these claims instead. */
    ImplementationReport withClaims(List<ConfirmedClaim> others) {
        return with(provisional, seal, others);
    }

    private ImplementationReport with(boolean provisional, @Nullable Seal seal, List<ConfirmedClaim> claims) {
        return new ImplementationReport(
                kind,
                format,
                asOf,
                from,
                provisional,
                seal,
                demonstration,
                parameters,
                total,
                reached,
                ofTeams,
                unverified,
                byState,
                before,
                added,
                countries,
                changes,
                reopenings,
                claims,
                late,
                longest,
                certainty,
                items);
    }

    /**
     * @param countries whose items it covers
     * @param view FULL, RELEASED (confirmed facts alone) or PARTLY, where a reader reads some countries in full
     * @param verifyAfter for how long a confirmed fact is trusted (ISO 8601); null in format 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parameters(
            List<String> countries,
            String lang,
            String view,
            String zone,
            @Nullable String verifyAfter) {}

    /** Counts at the end of the day before the period. */
    public record Before(LocalDate asOf, long total, long reached, Map<String, Long> byState) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfCountry(
            String country,
            long total,
            long reached,
            long ofTeams,
            long late,
            @Nullable Long unverified,
            Map<String, Long> byState,
            @Nullable Long reachedBefore) {}

    /**
     * @param titles by language tag
     * @param unverifiedSince when its state was confirmed, where that was longer ago than the network trusts it
     * @param claim the open claim's standing; null for readers of confirmed facts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String code,
            String country,
            String origin,
            String title,
            Map<String, String> titles,
            String state,
            LocalDate stateSince,
            @Nullable LocalDate unverifiedSince,
            @Nullable String closeReason,
            @Nullable String supersededBy,
            String position,
            Level level,
            @Nullable Integer rating,
            @Nullable LocalDate targetDate,
            List<String> themes,
            Markers markers,
            @Nullable String claim) {}

    public record Level(String self, String validated) {}

    public record Markers(int met, int total) {}

    /**
     * @param direction FORWARD, CLOSED, BACK or REOPENED
     * @param reason why it was reopened; null for readers of confirmed facts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            String code,
            String country,
            String title,
            LocalDate on,
            String from,
            String to,
            String direction,
            @Nullable Integer rating,
            @Nullable String reason) {}

    /**
     * @param confirmedOn when a director confirmed it
     * @param occurredOn when the act that it claims took place
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConfirmedClaim(
            String code,
            String country,
            String title,
            LocalDate confirmedOn,
            String target,
            @Nullable LocalDate occurredOn,
            @Nullable String closeReason,
            @Nullable String contribution,
            @Nullable Level level,
            boolean needsEvidence,
            List<Document> evidence) {
        ConfirmedClaim withEvidence(List<Document> others) {
            return new ConfirmedClaim(
                    code,
                    country,
                    title,
                    confirmedOn,
                    target,
                    occurredOn,
                    closeReason,
                    contribution,
                    level,
                    needsEvidence,
                    others);
        }
    }

    /** One piece of evidence as far as the report's readers may see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(
            String type,
            String title,
            @Nullable String issuer,
            @Nullable LocalDate date,
            @Nullable String url,
            String strength,
            String visibility,
            @Nullable String sha256) {}

    public record Late(String code, String country, String title, String state, LocalDate targetDate, long days) {}

    public record Standing(String code, String country, String title, String state, LocalDate since, long days) {}

    /**
     * How far the figures can be relied upon.
     *
     * @param claims confirmed claims in this report that had to bring evidence
     * @param withEvidence how many of them have evidence that readers from outside the network may see
     * @param open items that still travel towards being implemented
     * @param withTargetDate how many of them can be late at all
     */
    public record Certainty(long claims, long withEvidence, long open, long withTargetDate) {}
}
