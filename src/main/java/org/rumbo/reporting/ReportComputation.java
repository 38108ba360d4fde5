package org.rumbo.reporting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerEvent;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;

/** Computes a report from ledger events alone: no clock, no database, no item as it is today. */
final class ReportComputation {
    private static final int LONGEST = 5;

    private final Period period;
    private final ReportScope scope;
    private final Language language;
    private final boolean demonstration;
    private final java.time.Period verifyAfter;
    private final Instant verifiedBefore;
    private final Map<String, ItemImage> now;
    private final Map<String, ItemImage> before;
    private final ReportTitles titles;
    private final ReportSteps steps;

    /** @param verifyAfter for how long a confirmed fact is trusted */
    ReportComputation(
            ReportFacts facts,
            Period period,
            ReportScope scope,
            Language language,
            java.time.Period verifyAfter,
            boolean demonstration) {
        this.period = period;
        this.scope = scope;
        this.language = language;
        this.demonstration = demonstration;
        this.verifyAfter = verifyAfter;
        this.verifiedBefore =
                period.asOf().minus(verifyAfter).atStartOfDay(period.zone()).toInstant();
        this.now = byCode(facts.now());
        this.before = byCode(facts.before());
        this.titles = new ReportTitles(now, facts.texts(), language);
        this.steps = new ReportSteps(facts, now.keySet(), period, scope, titles);
    }

    ImplementationReport report() {
        var claims = steps.claims();
        var states = byState(now.values());
        return new ImplementationReport(
                "implementation",
                ImplementationReport.FORMAT,
                period.asOf(),
                period.from(),
                period.provisional(),
                null,
                demonstration,
                parameters(),
                now.size(),
                reached(states),
                now.values().stream().filter(ItemImage::isOfTeam).count(),
                unverified(now.values()),
                states,
                countsBefore(),
                added(),
                scope.countries().stream().map(this::ofCountry).toList(),
                steps.changes(),
                steps.reopenings(),
                claims,
                late(),
                longest(),
                certainty(claims),
                now.values().stream().map(this::item).toList());
    }

    private long unverified(Collection<ItemImage> images) {
        return images.stream()
                .filter(image -> image.isUnverified(verifiedBefore))
                .count();
    }

    private long added() {
        return period.from() == null
                ? 0
                : now.keySet().stream()
                        .filter(code -> !before.containsKey(code))
                        .count();
    }

    private static Map<String, ItemImage> byCode(List<LedgerEvent> events) {
        var byCode = new TreeMap<String, ItemImage>();
        events.stream().map(ItemImage::of).forEach(image -> byCode.put(image.code(), image));
        return byCode;
    }

    private ImplementationReport.Parameters parameters() {
        return new ImplementationReport.Parameters(
                scope.countries().stream().map(CountryCode::iso2).toList(),
                language.tag(),
                scope.view(),
                period.zone().getId(),
                verifyAfter.toString());
    }

    private static Map<String, Long> byState(Collection<ItemImage> images) {
        var counts = new LinkedHashMap<String, Long>();
        Arrays.stream(State.values()).forEach(state -> counts.put(state.name(), 0L));
        images.forEach(image -> counts.merge(image.state().name(), 1L, Long::sum));
        return counts;
    }

    private static long reached(Map<String, Long> byState) {
        return Arrays.stream(State.values())
                .filter(State::isReached)
                .mapToLong(state -> byState.getOrDefault(state.name(), 0L))
                .sum();
    }

    private ImplementationReport.@Nullable Before countsBefore() {
        var from = period.from();
        if (from == null) {
            return null;
        }
        var states = byState(before.values());
        return new ImplementationReport.Before(from.minusDays(1), before.size(), reached(states), states);
    }

    private ImplementationReport.OfCountry ofCountry(CountryCode country) {
        var own = of(country, now);
        var states = byState(own);
        return new ImplementationReport.OfCountry(
                country.iso2(),
                own.size(),
                reached(states),
                own.stream().filter(ItemImage::isOfTeam).count(),
                own.stream().filter(image -> image.isLate(period.asOf())).count(),
                unverified(own),
                states,
                period.from() == null ? null : reached(byState(of(country, before))));
    }

    private static List<ItemImage> of(CountryCode country, Map<String, ItemImage> images) {
        return images.values().stream()
                .filter(image -> image.country().equals(country))
                .toList();
    }

    private List<ImplementationReport.Late> late() {
        return now.values().stream()
                .filter(image -> image.isLate(period.asOf()))
                .map(image -> {
                    var target = Objects.requireNonNull(image.targetDate());
                    return new ImplementationReport.Late(
                            image.code(),
                            image.country().iso2(),
                            titles.of(image.code()),
                            image.state().name(),
                            target,
                            ChronoUnit.DAYS.between(target, period.asOf()));
                })
                .sorted(Comparator.comparing(ImplementationReport.Late::targetDate)
                        .thenComparing(ImplementationReport.Late::code))
                .toList();
    }

    private List<ImplementationReport.Standing> longest() {
        return now.values().stream()
                .filter(ItemImage::isOpen)
                .sorted(Comparator.comparing(ItemImage::stateSince).thenComparing(ItemImage::code))
                .map(image -> {
                    var since = period.day(image.stateSince());
                    return new ImplementationReport.Standing(
                            image.code(),
                            image.country().iso2(),
                            titles.of(image.code()),
                            image.state().name(),
                            since,
                            ChronoUnit.DAYS.between(since, period.asOf()));
                })
                .filter(standing -> standing.days() > 0)
                .limit(LONGEST)
                .toList();
    }

    private ImplementationReport.Certainty certainty(List<ImplementationReport.ConfirmedClaim> claims) {
        var needing = claims.stream()
                .filter(ImplementationReport.ConfirmedClaim::needsEvidence)
                .toList();
        var shown = needing.stream()
                .filter(claim -> claim.evidence().stream()
                        .anyMatch(document -> EvidenceOverTime.isReleased(document.visibility())))
                .count();
        var open = now.values().stream().filter(ItemImage::isOpen).toList();
        return new ImplementationReport.Certainty(
                needing.size(),
                shown,
                open.size(),
                open.stream().filter(image -> image.targetDate() != null).count());
    }

    private ImplementationReport.Item item(ItemImage image) {
        var newer = image.text("supersededBy");
        return new ImplementationReport.Item(
                image.code(),
                image.country().iso2(),
                image.origin(),
                titles.of(image.code()),
                titles.all(image),
                image.state().name(),
                period.day(image.stateSince()),
                image.isUnverified(verifiedBefore) ? period.day(image.stateSince()) : null,
                image.text("closeReason"),
                newer != null && (scope.readsInFull(image.country()) || now.containsKey(newer)) ? newer : null,
                Objects.requireNonNullElse(image.text("position"), "NONE_KNOWN"),
                image.level(),
                image.rating(),
                image.targetDate(),
                image.themes(),
                image.markers(),
                scope.readsInFull(image.country()) ? image.text("claim") : null);
    }
}
