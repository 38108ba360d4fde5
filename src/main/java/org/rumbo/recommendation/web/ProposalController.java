package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.Language;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A country team proposes a recommendation of its own. */
@Controller
@RequestMapping("/recommendations/new")
class ProposalController {
    private final RecommendationEditing editing;
    private final AccessPolicy policy;
    private final Submissions submissions;
    private final MessageSource messages;

    ProposalController(
            RecommendationEditing editing, AccessPolicy policy, Submissions submissions, MessageSource messages) {
        this.editing = editing;
        this.policy = policy;
        this.submissions = submissions;
        this.messages = messages;
    }

    record ProposalForm(
            @Nullable CountryCode country,
            @Nullable Language language,
            @Nullable String title,
            @Nullable String summary) {}

    @GetMapping
    @Needs(Permission.ITEM_PROPOSE)
    String form(Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.ITEM_PROPOSE);
        var countries = countries(actor);
        model.addAttribute(
                "form",
                new ProposalForm(countries.size() == 1 ? countries.get(0) : null, Language.of(locale), null, null));
        return draw(actor, model);
    }

    @PostMapping
    @Needs(Permission.ITEM_PROPOSE)
    String propose(
            @ModelAttribute("form") ProposalForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var made = new AtomicReference<@Nullable RecommendationCode>();
        if (!submissions.accepted(() -> made.set(propose(form, actor)), model, response)) {
            return draw(actor, model);
        }
        after.addFlashAttribute("done", "done.proposed");
        return "redirect:/recommendations/" + made.get();
    }

    private RecommendationCode propose(ProposalForm form, Actor actor) {
        policy.requireSomewhere(actor, Permission.ITEM_PROPOSE);
        if (form.country() != null) {
            editing.requireMayPropose(form.country(), actor);
        }
        var check = new FormCheck();
        var country = check.chosen("country", form.country(), countries(actor).get(0));
        var language = check.chosen("language", form.language(), Language.EN);
        var title = check.required("title", form.title(), Bodies.TITLE, "title-required");
        var summary = check.required("summary", form.summary(), Bodies.PARAGRAPH, "summary-required");
        check.done();
        return editing.propose(country, language, title, summary, actor);
    }

    private String draw(Actor actor, Model model) {
        var locale = LocaleContextHolder.getLocale();
        model.addAttribute("countries", countries(actor));
        model.addAttribute("languages", Language.values());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                        new Crumb(null, messages.getMessage("form.new.title", null, locale))));
        return "recommendation/new";
    }

    private List<CountryCode> countries(Actor actor) {
        return actor.countries().stream()
                .filter(country -> policy.permits(actor, Permission.ITEM_PROPOSE, AccessTarget.country(country)))
                .sorted()
                .toList();
    }
}
