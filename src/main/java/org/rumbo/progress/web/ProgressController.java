package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.progress.ProgressReporting;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of an item's progress notes, and the form in which a team reports. */
@Controller
@RequestMapping("/recommendations/{code}/progress")
class ProgressController {
    /** Whoever reports without a second pair of eyes speaks to the network; a draft may wish for more. */
    private static final List<Visibility> OWN = List.of(Visibility.TEAM, Visibility.NETWORK);

    private final ProgressReporting reporting;
    private final RecommendationAccess access;
    private final ItemPage page;
    private final MessageSource messages;

    ProgressController(
            ProgressReporting reporting, RecommendationAccess access, ItemPage page, MessageSource messages) {
        this.reporting = reporting;
        this.access = access;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(
            @PathVariable RecommendationCode code,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        return show(code, ProgressForm.EMPTY, part != null, actor, locale, model);
    }

    private String show(
            RecommendationCode code, ProgressForm form, boolean part, Actor actor, Locale locale, Model model) {
        var actions = page.head(code, "notes.title", part, actor, locale, model);
        var publishes = access.permits(actor, Permission.PROGRESS_REPORT, access.see(code, actor));
        model.addAttribute("notes", page.lines(reporting.notes(code, actor)));
        model.addAttribute("form", form);
        model.addAttribute("mayReport", actions.contains("report-progress"));
        model.addAttribute("mayPublish", publishes);
        model.addAttribute("levels", Level.values());
        model.addAttribute("visibilities", publishes ? OWN : List.of(Visibility.values()));
        return "progress/progress";
    }

    @PostMapping
    @Needs(Permission.PROGRESS_DRAFT)
    String report(
            @PathVariable RecommendationCode code,
            @ModelAttribute ProgressForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            reporting.report(code, form::toCommand, actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return show(code, form, false, actor, locale, model);
        }
        return "redirect:/recommendations/" + code.value();
    }

    @PostMapping("/drafts/{draft}")
    @Needs(Permission.PROGRESS_REPORT)
    String publish(@PathVariable RecommendationCode code, @PathVariable UUID draft, Actor actor) {
        reporting.report(code, () -> new ProgressCommand(null, null, Visibility.NETWORK, null, draft), actor);
        return "redirect:/recommendations/" + code.value();
    }
}
