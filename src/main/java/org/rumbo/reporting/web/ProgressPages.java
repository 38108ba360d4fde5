package org.rumbo.reporting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.rumbo.recommendation.NetworkOverview;
import org.rumbo.recommendation.State;
import org.rumbo.reporting.NetworkSummaries;
import org.rumbo.reporting.NetworkSummary;
import org.rumbo.reporting.Publications;
import org.rumbo.reporting.ReportWords;
import org.rumbo.shared.DayInWords;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the network stands now: its route, every recommendation in its country, what stands still, what waits. */
@Controller
class ProgressPages {
    /** More lines than this are no picture any more; the list has them all. */
    static final int DRAWN = 300;

    private final NetworkSummaries summaries;
    private final NetworkOverview overview;
    private final ProgressEntries entries;
    private final Publications publications;
    private final MessageSource messages;

    ProgressPages(
            NetworkSummaries summaries,
            NetworkOverview overview,
            ProgressEntries entries,
            Publications publications,
            MessageSource messages) {
        this.summaries = summaries;
        this.overview = overview;
        this.entries = entries;
        this.publications = publications;
        this.messages = messages;
    }

    @GetMapping("/progress")
    @Needs(Permission.SUMMARY_READ)
    String progress(Actor actor, Locale locale, Model model) {
        var summary = summaries.of(null, actor);
        model.addAttribute("summary", summary);
        model.addAttribute("sentence", sentence(summary, actor, locale));
        model.addAttribute("rows", rows(summary, locale));
        model.addAttribute("decides", entries.decides(actor));
        model.addAttribute("decisions", entries.decisions(actor, locale));
        model.addAttribute("late", entries.late(actor, locale));
        model.addAttribute("allLate", entries.allLate(actor));
        drawn(summary, actor, locale, model);
        return "reporting/progress";
    }

    /** What needs every row at once; left out where there are too many to look at. */
    private void drawn(NetworkSummary summary, Actor actor, Locale locale, Model model) {
        var rows = overview.rows(actor, DRAWN + 1);
        if (rows.size() > DRAWN) {
            return;
        }
        var countries = summary.countries().stream()
                .map(NetworkSummary.OfCountry::country)
                .toList();
        var language = Language.of(locale).tag();
        model.addAttribute(
                "matrix",
                NetworkMatrix.of(
                        rows.stream()
                                .map(row -> NetworkMatrix.Item.of(row, language))
                                .toList(),
                        countries));
        model.addAttribute("longest", entries.longest(rows, locale));
        model.addAttribute("evaluated", entries.evaluated(rows, locale));
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
        var date = DayInWords.of(than, messages, locale);
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

    private String country(String iso2, Locale locale) {
        return String.valueOf(messages.getMessage("country." + iso2, null, iso2, locale));
    }

    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
