package org.rumbo.reporting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerEvent;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.TextErasure;

/** What happened on the routes of the items that a report knows: their steps, and the claims that were confirmed. */
final class ReportSteps {
    private static final Set<String> STEPS = Set.of(ReportFacts.CONFIRMED, ReportFacts.REOPENED, ReportFacts.EVALUATED);

    private final List<LedgerEvent> acts;
    private final Map<String, String> texts;
    private final Period period;
    private final ReportScope scope;
    private final ReportTitles titles;
    private final EvidenceOverTime evidence;

    /**
     * @param known the codes of the items that the report is about
     */
    ReportSteps(ReportFacts facts, Set<String> known, Period period, ReportScope scope, ReportTitles titles) {
        this.acts = facts.acts().stream()
                .filter(event -> known.contains(ItemImage.of(event).code()))
                .toList();
        this.texts = facts.texts();
        this.period = period;
        this.scope = scope;
        this.titles = titles;
        this.evidence = new EvidenceOverTime(facts.acts(), facts.texts());
    }

    /** Steps within the period, or ever without one. */
    List<ImplementationReport.Change> changes() {
        return steps().stream().filter(this::inPeriod).map(this::change).toList();
    }

    /** Every reopening there ever was. */
    List<ImplementationReport.Change> reopenings() {
        return steps().stream()
                .filter(event -> event.action().equals(ReportFacts.REOPENED))
                .map(this::change)
                .toList();
    }

    List<ImplementationReport.ConfirmedClaim> claims() {
        return acts.stream()
                .filter(event -> event.action().equals(ReportFacts.CONFIRMED))
                .filter(this::inPeriod)
                .map(this::claim)
                .toList();
    }

    private List<LedgerEvent> steps() {
        return acts.stream()
                .filter(event -> STEPS.contains(event.action()))
                .filter(event -> !state(event, "from").equals(state(event, "to")))
                .toList();
    }

    private boolean inPeriod(LedgerEvent event) {
        var since = period.since();
        return since == null || !event.at().isBefore(since);
    }

    private ImplementationReport.Change change(LedgerEvent event) {
        var image = ItemImage.of(event);
        var rated = event.action().equals(ReportFacts.EVALUATED);
        var reopened = event.action().equals(ReportFacts.REOPENED);
        return new ImplementationReport.Change(
                image.code(),
                image.country().iso2(),
                titles.of(image.code()),
                period.day(event.at()),
                state(event, "from"),
                state(event, "to"),
                direction(event),
                rated ? image.rating() : null,
                reopened && scope.readsInFull(image.country()) ? reason(event) : null);
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
        return commitment == null ? null : texts.getOrDefault(commitment, TextErasure.ERASED);
    }

    private ImplementationReport.ConfirmedClaim claim(LedgerEvent event) {
        var image = ItemImage.of(event);
        var detail = event.detail();
        var target = detail.path("target").asString();
        return new ImplementationReport.ConfirmedClaim(
                image.code(),
                image.country().iso2(),
                titles.of(image.code()),
                period.day(event.at()),
                target,
                ItemImage.date(detail.path(detail.path("occurredOn").isString() ? "occurredOn" : "deliveredOn")),
                ItemImage.text(detail.path("closeReason")),
                ItemImage.text(detail.path("contribution")),
                level(event),
                needsEvidence(target, direction(event)),
                evidence.citedBy(event, scope.readsInFull(image.country())));
    }

    private static ImplementationReport.@Nullable Level level(LedgerEvent event) {
        var claimed = ItemImage.text(event.detail().path("level"));
        var validated = ItemImage.text(event.detail().path("validated"));
        return claimed == null || validated == null ? null : new ImplementationReport.Level(claimed, validated);
    }

    /** Delivering and closing need none. */
    private static boolean needsEvidence(String target, String direction) {
        return direction.equals("BACK")
                || target.equals(State.ADOPTED.name())
                || target.equals(State.IMPLEMENTED.name());
    }

    private static String state(LedgerEvent event, String side) {
        return event.payload().path(side).asString();
    }
}
