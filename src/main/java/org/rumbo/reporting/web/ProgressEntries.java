package org.rumbo.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.NetworkOverview;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;

/** The short lists of the progress page: what stands still, what is late, what waits for a director, what was evaluated. */
@Component
class ProgressEntries {
    private static final int SHOWN = 5;

    private final RecommendationQueries queries;
    private final NetworkOverview overview;
    private final AccessPolicy policy;
    private final Network network;
    private final Clock clock;

    ProgressEntries(
            RecommendationQueries queries,
            NetworkOverview overview,
            AccessPolicy policy,
            Network network,
            Clock clock) {
        this.queries = queries;
        this.overview = overview;
        this.policy = policy;
        this.network = network;
        this.clock = clock;
    }

    /**
     * One recommendation in a list.
     *
     * @param titleLanguage the title's own language where it is not the reader's; else null
     * @param days since it reached its stop, began to wait, or passed its target date
     */
    record Entry(
            String code,
            String country,
            String title,
            @Nullable String titleLanguage,
            String state,
            LocalDate since,
            long days,
            String step,
            @Nullable Integer rating) {
        /** Where the step is taken. */
        public String href() {
            return "/recommendations/" + code + (step.equals("DECIDE_CLAIM") ? "/decision" : "/evaluation");
        }
    }

    boolean decides(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.CLAIM_DECIDE);
    }

    List<Entry> decisions(Actor actor, Locale locale) {
        if (!decides(actor)) {
            return List.of();
        }
        return overview.waitingForDirectors(RecommendationFilter.MOST).stream()
                .map(waits -> entry(waits.recommendation(), network.day(waits.since()), locale))
                .toList();
    }

    List<Entry> late(Actor actor, Locale locale) {
        return queries.list(late(SHOWN), actor).items().stream()
                .map(row -> entry(row, Objects.requireNonNull(row.targetDate()), locale))
                .toList();
    }

    /** How many are late in all; null where there are more than can be counted cheaply. */
    @Nullable
    Long allLate(Actor actor) {
        return queries.late(late(1), actor);
    }

    List<Entry> longest(List<RecommendationRow> rows, Locale locale) {
        return rows.stream()
                .filter(row -> !row.state().isReached() && row.state() != State.CLOSED)
                .sorted(Comparator.comparing(RecommendationRow::stateSince).thenComparing(RecommendationRow::code))
                .map(row -> entry(row, since(row), locale))
                .filter(entry -> entry.days() > 0)
                .limit(SHOWN)
                .toList();
    }

    List<Entry> evaluated(List<RecommendationRow> rows, Locale locale) {
        return rows.stream()
                .filter(row -> row.state() == State.EVALUATED)
                .sorted(Comparator.comparing(RecommendationRow::stateSince)
                        .reversed()
                        .thenComparing(RecommendationRow::code))
                .map(row -> entry(row, since(row), locale))
                .limit(SHOWN)
                .toList();
    }

    private static RecommendationFilter late(int limit) {
        return new RecommendationFilter(
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                true,
                false,
                false,
                RecommendationFilter.Sort.DUE,
                limit,
                null);
    }

    private LocalDate since(RecommendationRow row) {
        return network.day(row.stateSince());
    }

    private Entry entry(RecommendationRow row, LocalDate since, Locale locale) {
        var language = Language.of(locale).tag();
        return new Entry(
                row.code(),
                row.country(),
                row.titleIn(language),
                row.titles().containsKey(language) ? null : row.language(),
                row.state().name(),
                since,
                ChronoUnit.DAYS.between(since, network.day(clock.instant())),
                row.nextStep().name(),
                row.rating());
    }
}
