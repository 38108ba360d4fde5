package org.rumbo.reporting;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerEvent;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;

/** Computes a report from ledger events alone: no clock, no database, no item as it is today. */
final class ReportComputation {
    private static final String ERASED = "[erased]";
    private static final int LONGEST = 5;

    private final ReportFacts facts;
    private final Period period;
    private final ReportScope scope;
    private final Language language;
    private final boolean demonstration;
    private final Map<String, ItemImage> now;
    private final Map<String, ItemImage> before;
    private final EvidenceOverTime evidence;

    ReportComputation(ReportFacts facts, Period period, ReportScope scope, Language language, boolean demonstration) {
        this.facts = facts;
        this.period = period;
        this.scope = scope;
        this.language = language;
        this.demonstration = demonstration;
        this.now = byCode(facts.now());
        this.before = byCode(facts.before());
        this.evidence = new EvidenceOverTime(facts.acts(), facts.texts());
    }

    ImplementationReport report() {
        var changes = changes();
        var claims = claims();
        var states = byState(now.values());
        return new ImplementationReport(
                "implementation",
                ImplementationReport.FORMAT,
                period.asOf(),
                period.from(),
                period.provisional(),
                demonstration,
                parameters(),
                now.size(),
                reached(states),
                now.values().stream().filter(ItemImage::isOfTeam).count(),
                states,
                countsBefore(),
                period.from() == null
                        ? 0
                        : now.keySet().stream()
                                .filter(code -> !before.containsKey(code))
                                .count(),
                scope.countries().stream().map(this::ofCountry).toList(),
                changes.stream().filter(this::inPeriod).map(this::change).toList(),
                changes.stream()
                        .filter(event -> event.action().equals(ReportFacts.REOPENED))
                        .map(this::change)
                        .toList(),
                claims,
                late(),
                longest(),
                certainty(claims),
                now.values().stream().map(this::item).toList());
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
                period.zone().getId());
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
                states,
                period.from() == null ? null : reached(byState(of(country, before))));
    }

    private static List<ItemImage> of(CountryCode country, Map<String, ItemImage> images) {
        return images.values().stream()
                .filter(image -> image.country().equals(country))
                .toList();
    }

    /** Every step on the route of the items that this report knows. */
    private List<LedgerEvent> changes() {
        return facts.acts().stream()
                .filter(event -> Set.of(ReportFacts.CONFIRMED, ReportFacts.REOPENED, ReportFacts.EVALUATED)
                        .contains(event.action()))
                .filter(event -> now.containsKey(ItemImage.of(event).code()))
                .filter(event -> !state(event, "from").equals(state(event, "to")))
                .toList();
    }

    private boolean inPeriod(LedgerEvent event) {
        var since = period.since();
        return since == null || !event.at().isBefore(since);
    }

    private ImplementationReport.Change change(LedgerEvent event) {
        var code = ItemImage.of(event).code();
        var country = ItemImage.of(event).country();
        var reopened = event.action().equals(ReportFacts.REOPENED);
        return new ImplementationReport.Change(
                code,
                country.iso2(),
                title(code),
                period.day(event.at()),
                state(event, "from"),
                state(event, "to"),
                direction(event),
                event.action().equals(ReportFacts.EVALUATED)
                        ? ItemImage.of(event).rating()
                        : null,
                reopened && scope.readsInFull(country) ? reason(event) : null);
    }

    private static String direction(LedgerEvent event) {
        if (event.action().equals(ReportFacts.REOPENED)) {
            return "REOPENED";
        }
        if (state(event, "to").equals(State.CLOSED.name())) {
            return "CLOSED";
        }
        return event.detail().path("move").asString("").equals("REGRESSION") ? "BACK" : "FORWARD";
    }

    private @Nullable String reason(LedgerEvent event) {
        var commitment = ItemImage.text(event.payload().path("opens").path("reason"));
        return commitment == null ? null : facts.texts().getOrDefault(commitment, ERASED);
    }

    private List<ImplementationReport.ConfirmedClaim> claims() {
        return facts.acts().stream()
                .filter(event -> event.action().equals(ReportFacts.CONFIRMED))
                .filter(event -> now.containsKey(ItemImage.of(event).code()))
                .filter(this::inPeriod)
                .map(this::claim)
                .toList();
    }

    private ImplementationReport.ConfirmedClaim claim(LedgerEvent event) {
        var image = ItemImage.of(event);
        var detail = event.detail();
        var target = detail.path("target").asString();
        var level = ItemImage.text(detail.path("level"));
        var validated = ItemImage.text(detail.path("validated"));
        return new ImplementationReport.ConfirmedClaim(
                image.code(),
                image.country().iso2(),
                title(image.code()),
                period.day(event.at()),
                target,
                ItemImage.date(detail.path(detail.path("occurredOn").isString() ? "occurredOn" : "deliveredOn")),
                ItemImage.text(detail.path("closeReason")),
                ItemImage.text(detail.path("contribution")),
                level == null || validated == null ? null : new ImplementationReport.Level(level, validated),
                needsEvidence(target, direction(event)),
                evidence.citedBy(event, scope.readsInFull(image.country())));
    }

    /** Delivering and closing need none. */
    private static boolean needsEvidence(String target, String direction) {
        return direction.equals("BACK")
                || target.equals(State.ADOPTED.name())
                || target.equals(State.IMPLEMENTED.name());
    }

    private List<ImplementationReport.Late> late() {
        return now.values().stream()
                .filter(image -> image.isLate(period.asOf()))
                .map(image -> {
                    var target = Objects.requireNonNull(image.targetDate());
                    return new ImplementationReport.Late(
                            image.code(),
                            image.country().iso2(),
                            title(image.code()),
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
                            title(image.code()),
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
                title(image.code()),
                titles(image),
                image.state().name(),
                period.day(image.stateSince()),
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

    private Map<String, String> titles(ItemImage image) {
        return image.titles().entrySet().stream()
                .collect(Collectors.toMap(
                        title -> title.getKey().tag(),
                        title -> facts.texts().getOrDefault(title.getValue(), ERASED),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private String title(String code) {
        var titles = titles(Objects.requireNonNull(now.get(code)));
        var wanted = titles.get(language.tag());
        return wanted != null ? wanted : titles.values().stream().findFirst().orElse(code);
    }

    private static String state(LedgerEvent event, String side) {
        return event.payload().path(side).asString();
    }
}
