package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.rumbo.progress.ProgressReporting;
import org.rumbo.recommendation.ClaimStatus;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The task of reporting progress: markers, what changed, and the sentence that a report will make of it. */
@Controller
@RequestMapping("/recommendations/{code}/progress")
class ReportController {
    /** Whoever reports without a second pair of eyes speaks to the network; a draft may wish for more. */
    private static final List<Visibility> OWN = List.of(Visibility.TEAM, Visibility.NETWORK);

    private final ProgressReporting reporting;
    private final RecommendationReader reader;
    private final RecommendationAccess access;
    private final ItemPage page;
    private final ReportSentence sentence;
    private final Network network;
    private final Clock clock;
    private final MessageSource messages;

    ReportController(
            ProgressReporting reporting,
            RecommendationReader reader,
            RecommendationAccess access,
            ItemPage page,
            ReportSentence sentence,
            Network network,
            Clock clock,
            MessageSource messages) {
        this.reporting = reporting;
        this.reader = reader;
        this.access = access;
        this.page = page;
        this.sentence = sentence;
        this.network = network;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/report")
    @Needs(Permission.PROGRESS_DRAFT)
    String form(@PathVariable RecommendationCode code, Actor actor, Locale locale, Model model) {
        return draw(code, ProgressForm.EMPTY, actor, locale, model);
    }

    /** The same form with the sentence that a report would hold; nothing is recorded. */
    @PostMapping("/preview")
    @Needs(Permission.PROGRESS_DRAFT)
    String preview(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") ProgressForm form,
            Actor actor,
            Locale locale,
            Model model) {
        return draw(code, form, actor, locale, model);
    }

    @PostMapping("/report")
    @Needs(Permission.PROGRESS_DRAFT)
    String report(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") ProgressForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            var markers = reader.read(code, actor).facts().markers();
            reporting.reportAll(code, () -> form.toReport(markers), actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return draw(code, form, actor, locale, model);
        }
        after.addFlashAttribute(
                "done", form.keep() == null && publishes(code, actor) ? "done.reported" : "done.drafted");
        return "redirect:/recommendations/" + code.value();
    }

    private String draw(RecommendationCode code, ProgressForm form, Actor actor, Locale locale, Model model) {
        access.require(actor, Permission.PROGRESS_DRAFT, access.see(code, actor));
        var view = reader.read(code, actor);
        var publishes = publishes(code, actor);
        page.frame(view.facts(), "notes.task", locale, model);
        model.addAttribute("form", form);
        model.addAttribute("sentence", sentence.of(form, view.facts(), network.day(clock.instant()), locale));
        model.addAttribute("documents", view.evidence());
        model.addAttribute("actions", view.actions());
        model.addAttribute("frozen", isFrozen(view));
        model.addAttribute("mayPublish", publishes);
        model.addAttribute("levels", Level.values());
        model.addAttribute("visibilities", publishes ? OWN : List.of(Visibility.values()));
        page.lines(reporting.notes(code, actor)).stream()
                .filter(note -> !note.draft())
                .findFirst()
                .ifPresent(last -> model.addAttribute("last", last));
        return "progress/report";
    }

    private boolean publishes(RecommendationCode code, Actor actor) {
        return access.permits(actor, Permission.PROGRESS_REPORT, access.see(code, actor));
    }

    private static boolean isFrozen(RecommendationView view) {
        return view instanceof RecommendationView.Full full
                && full.claim() != null
                && full.claim().status() == ClaimStatus.UNDER_REVIEW;
    }
}
