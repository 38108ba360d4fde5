package org.rumbo.progress.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.AnswerKind;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.progress.ProgressReporting;
import org.rumbo.progress.TeamUpdates;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of an item's progress notes. */
@Controller
@RequestMapping("/recommendations/{code}/progress")
class ProgressController {
    /** As many stand on the item's own page, which loads this one as a part of itself. */
    private static final int NEWEST = 3;

    private final ProgressReporting reporting;
    private final RecommendationAccess access;
    private final TeamUpdates updates;
    private final ItemPage page;
    private final Network network;
    private final Clock clock;

    ProgressController(
            ProgressReporting reporting,
            RecommendationAccess access,
            TeamUpdates updates,
            ItemPage page,
            Network network,
            Clock clock) {
        this.reporting = reporting;
        this.access = access;
        this.updates = updates;
        this.page = page;
        this.network = network;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(
            @PathVariable RecommendationCode code,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        var actions = page.head(code, "notes.title", part != null, actor, locale, model)
                .actions();
        var seen = access.see(code, actor);
        var lines = page.lines(reporting.notes(code, actor));
        model.addAttribute("total", lines.size());
        model.addAttribute("notes", part == null ? lines : lines.subList(0, Math.min(NEWEST, lines.size())));
        model.addAttribute("mayReport", actions.contains("report-progress"));
        model.addAttribute("mayPublish", access.permits(actor, Permission.PROGRESS_REPORT, seen));
        model.addAttribute("full", seen.reading() == Reading.FULL);
        model.addAttribute("rounds", rounds(code, actor));
        model.addAttribute("today", network.day(clock.instant()));
        return "progress/progress";
    }

    /** What an update round learned of the item. */
    record InRound(
            UUID round,
            String title,
            @Nullable AnswerKind answer,
            @Nullable LocalDate on) {}

    private List<InRound> rounds(RecommendationCode code, Actor actor) {
        return updates.ofItem(code, actor).stream()
                .map(told -> new InRound(
                        told.round(), told.title(), told.answer(), told.at() == null ? null : network.day(told.at())))
                .toList();
    }

    @PostMapping("/drafts/{draft}")
    @Needs(Permission.PROGRESS_REPORT)
    String publish(
            @PathVariable RecommendationCode code, @PathVariable UUID draft, Actor actor, RedirectAttributes after) {
        reporting.report(code, () -> new ProgressCommand(null, null, Visibility.NETWORK, null, draft), actor);
        after.addFlashAttribute("done", "done.reported");
        return "redirect:/recommendations/" + code.value();
    }
}
