package org.rumbo.workflow.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.LatestChanges;
import org.rumbo.recommendation.NetworkOverview;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.Summary;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.springframework.stereotype.Component;

/** What a reader sees around her own steps: what waits for others, where her items are, what happened last. */
@Component
class WorkSurroundings {
    private static final int WAITING = 10;
    private static final int CHANGES = 5;

    private final RecommendationQueries queries;
    private final NetworkOverview overview;
    private final LatestChanges latest;
    private final Network network;

    WorkSurroundings(RecommendationQueries queries, NetworkOverview overview, LatestChanges latest, Network network) {
        this.queries = queries;
        this.overview = overview;
        this.latest = latest;
        this.network = network;
    }

    /** One recommendation that waits for somebody else: for whom, to do what, since when. */
    record Waiting(
            String code,
            String country,
            String title,
            @Nullable String titleLanguage,
            String who,
            String step,
            LocalDate since,
            long days) {}

    /** How many recommendations are where; {@code country} is null for all that the reader may see. */
    record Route(@Nullable String country, Map<String, Long> counts, long total, long done) {}

    /** One thing that happened; {@code to} is null unless the item came to another state. */
    record Changed(
            String code,
            String title,
            @Nullable String titleLanguage,
            String sentence,
            LocalDate on,
            @Nullable String to) {}

    /** What is among the reader's own steps does not wait for others as well. */
    List<Waiting> waiting(Actor actor, Set<String> ownSteps, LocalDate today, Locale locale) {
        return overview.waitingForOthers(actor, WAITING + ownSteps.size()).stream()
                .filter(waits -> !ownSteps.contains(waits.recommendation().code()))
                .limit(WAITING)
                .map(waits -> {
                    var row = waits.recommendation();
                    var since = network.day(waits.since());
                    return new Waiting(
                            row.code(),
                            row.country(),
                            row.titleIn(locale.getLanguage()),
                            WorkTasks.foreign(row, locale),
                            waits.who().name(),
                            row.nextStep().name(),
                            since,
                            Math.max(0, ChronoUnit.DAYS.between(since, today)));
                })
                .toList();
    }

    /** The newest changes of items that the reader reads in full, and still may see. */
    List<Changed> changes(Actor actor, Locale locale) {
        var changes = latest.of(actor, CHANGES, locale);
        var rows =
                overview.rowsOf(changes.stream().map(LatestChanges.Change::code).toList(), actor);
        return changes.stream()
                .filter(change -> rows.containsKey(change.code()))
                .map(change -> {
                    var row = Objects.requireNonNull(rows.get(change.code()));
                    return new Changed(
                            change.code(),
                            row.titleIn(locale.getLanguage()),
                            WorkTasks.foreign(row, locale),
                            change.sentence(),
                            network.day(change.at()),
                            change.to() == null ? null : change.to().name());
                })
                .toList();
    }

    /** The reader's own countries, or everything that she may see where she has none. */
    List<Route> routes(Actor actor) {
        var summary = queries.summary(actor);
        if (actor.countries().isEmpty()) {
            return List.of(route(null, summary.byState(), summary.total()));
        }
        return summary.countries().stream()
                .filter(row -> actor.isOf(row.country()))
                .map((Summary.OfCountry row) -> route(row.country().iso2(), row.byState(), row.total()))
                .toList();
    }

    private static Route route(@Nullable String country, Map<State, Long> byState, long total) {
        var counts = byState.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        var done = byState.getOrDefault(State.IMPLEMENTED, 0L) + byState.getOrDefault(State.EVALUATED, 0L);
        return new Route(country, counts, total, done);
    }
}
