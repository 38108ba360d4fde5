package org.rumbo.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.reporting.NetworkSummaries;
import org.rumbo.reporting.NetworkSummary;
import org.rumbo.reporting.Publications;
import org.rumbo.reporting.ReportWords;
import org.rumbo.shared.Language;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the network stands now: its route, each country's, what waits for a director and what stands still. */
@Controller
class ProgressPages {
    private static final int SHOWN = 5;
    private static final Set<NextStep> DIRECTORS = Set.of(NextStep.DECIDE_CLAIM, NextStep.ASSIGN_EVALUATORS);

    private final NetworkSummaries summaries;
    private final RecommendationQueries queries;
    private final Publications publications;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;
    private final Clock clock;

    ProgressPages(
            NetworkSummaries summaries,
            RecommendationQueries queries,
            Publications publications,
            AccessPolicy policy,
            Network network,
            MessageSource messages,
            Clock clock) {
        this.summaries = summaries;
        this.queries = queries;
        this.publications = publications;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One recommendation in a list of this page.
     *
     * @param days since it reached its stop, or since its target date
     */
    record Entry(String code, String country, String title, String state, LocalDate since, long days, String step) {}

    @GetMapping("/progress")
    @Needs(Permission.SUMMARY_READ)
    String progress(Actor actor, Locale locale, Model model) {
        var summary = summaries.of(null, actor);
        model.addAttribute("summary", summary);
        model.addAttribute("sentence", sentence(summary, actor, locale));
        model.addAttribute("rows", rows(summary, locale));
        model.addAttribute("decides", policy.permitsSomewhere(actor, Permission.CLAIM_DECIDE));
        model.addAttribute("decisions", decisions(actor, locale));
        model.addAttribute("late", late(actor, locale));
        model.addAttribute("longest", longest(actor, locale));
        return "reporting/progress";
    }

    private String sentence(NetworkSummary summary, Actor actor, Locale locale) {
        var reached = reached(summary);
        var all = say(locale, "report.recommendations", summary.total());
        var newest = publications.newest(actor);
        return say(locale, "report.verdict.reached", all, reached)
                + newest.filter(report -> report.asOf().isBefore(summary.asOf()))
                        .map(report -> compared(reached - report.reached(), report.asOf(), locale))
                        .orElse("")
                + ".";
    }

    private String compared(long more, LocalDate than, Locale locale) {
        var date = than.getDayOfMonth() + " " + say(locale, "month." + than.getMonthValue()) + " " + than.getYear();
        if (more == 0) {
            return say(locale, "report.verdict.same", date);
        }
        return say(locale, more > 0 ? "report.verdict.more" : "report.verdict.fewer", Math.abs(more), date);
    }

    private static long reached(NetworkSummary summary) {
        return List.of(State.IMPLEMENTED, State.EVALUATED).stream()
                .mapToLong(state -> summary.byState().getOrDefault(state.name(), 0L))
                .sum();
    }

    private List<ReportWords.Row> rows(NetworkSummary summary, Locale locale) {
        return summary.countries().stream()
                .map(line -> new ReportWords.Row(country(line.country(), locale), line.byState(), line.total()))
                .toList();
    }

    private List<Entry> decisions(Actor actor, Locale locale) {
        if (!policy.permitsSomewhere(actor, Permission.CLAIM_DECIDE)) {
            return List.of();
        }
        var filter = filter(List.of(), false, true, RecommendationFilter.Sort.DUE, RecommendationFilter.MOST);
        return queries.list(filter, actor).items().stream()
                .filter(row -> DIRECTORS.contains(row.nextStep()))
                .map(row -> entry(row, since(row), locale))
                .toList();
    }

    private List<Entry> late(Actor actor, Locale locale) {
        var filter = filter(List.of(), true, false, RecommendationFilter.Sort.DUE, SHOWN);
        return queries.list(filter, actor).items().stream()
                .map(row -> entry(row, java.util.Objects.requireNonNull(row.targetDate()), locale))
                .toList();
    }

    /** Null where there are more than can be put in order here. */
    private @Nullable List<Entry> longest(Actor actor, Locale locale) {
        var open = List.of(State.PROPOSED, State.UNDER_REVIEW, State.ADOPTED);
        var page = queries.list(
                filter(open, false, false, RecommendationFilter.Sort.CODE, RecommendationFilter.MOST), actor);
        if (page.next() != null) {
            return null;
        }
        return page.items().stream()
                .sorted(Comparator.comparing(RecommendationRow::stateSince).thenComparing(RecommendationRow::code))
                .map(row -> entry(row, since(row), locale))
                .filter(entry -> entry.days() > 0)
                .limit(SHOWN)
                .toList();
    }

    private static RecommendationFilter filter(
            List<State> states, boolean overdue, boolean mine, RecommendationFilter.Sort sort, int limit) {
        return new RecommendationFilter(
                List.of(), states, List.of(), null, null, overdue, false, mine, sort, limit, null);
    }

    private LocalDate since(RecommendationRow row) {
        return network.day(row.stateSince());
    }

    private Entry entry(RecommendationRow row, LocalDate since, Locale locale) {
        return new Entry(
                row.code(),
                row.country(),
                row.titleIn(Language.of(locale).tag()),
                row.state().name(),
                since,
                ChronoUnit.DAYS.between(since, network.day(clock.instant())),
                row.nextStep().name());
    }

    private String country(String iso2, Locale locale) {
        return String.valueOf(messages.getMessage("country." + iso2, null, iso2, locale));
    }

    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
