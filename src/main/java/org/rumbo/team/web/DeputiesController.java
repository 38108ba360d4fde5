package org.rumbo.team.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.DeputyArrangements;
import org.rumbo.team.Needs;
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

/** Coordinators and directors see who stands in for whom, arrange it and end it. */
@Controller
@RequestMapping("/deputies")
class DeputiesController {
    private final DeputyPages pages;
    private final DeputyArrangements arrangements;
    private final AccessPolicy policy;
    private final MessageSource messages;

    DeputiesController(
            DeputyPages pages, DeputyArrangements arrangements, AccessPolicy policy, MessageSource messages) {
        this.pages = pages;
        this.arrangements = arrangements;
        this.policy = policy;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.DEPUTY_ARRANGE)
    String all(Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.DEPUTY_ARRANGE);
        model.addAttribute("lines", pages.lines(actor));
        return "team/deputies";
    }

    @GetMapping("/new")
    @Needs(Permission.DEPUTY_ARRANGE)
    String form(Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.DEPUTY_ARRANGE);
        return draw(pages.empty(null), actor, locale, model);
    }

    @PostMapping
    @Needs(Permission.DEPUTY_ARRANGE)
    String arrange(
            @ModelAttribute("form") DeputyForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.DEPUTY_ARRANGE);
        try {
            arrangements.arrange(form.toWish(), actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", pages.problems(refused, locale));
            response.setStatus(refused.type().status());
            return draw(form, actor, locale, model);
        }
        after.addFlashAttribute("done", "deputy.done.arranged");
        return "redirect:/deputies";
    }

    @GetMapping("/{id}/end")
    @Needs(Permission.DEPUTY_ARRANGE)
    String askToEnd(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.DEPUTY_ARRANGE);
        var open = pages.lines(actor).stream()
                .map(DeputyPages.Line::deputyship)
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        model.addAttribute("deputyship", open);
        model.addAttribute("action", "/deputies/" + id + "/end");
        model.addAttribute("back", "/deputies");
        model.addAttribute("crumbs", crumbs("deputy.end.title", locale));
        return "team/deputy-end";
    }

    @PostMapping("/{id}/end")
    @Needs(Permission.DEPUTY_ARRANGE)
    String end(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.DEPUTY_ARRANGE);
        arrangements.end(id, actor);
        after.addFlashAttribute("done", "deputy.done.ended");
        return "redirect:/deputies";
    }

    private String draw(DeputyForm form, Actor actor, Locale locale, Model model) {
        pages.form(form, null, actor, locale, model);
        model.addAttribute("action", "/deputies");
        model.addAttribute("back", "/deputies");
        model.addAttribute("crumbs", crumbs("deputy.new.title", locale));
        return "team/deputy";
    }

    private List<Crumb> crumbs(String here, Locale locale) {
        return List.of(
                new Crumb("/deputies", messages.getMessage("deputy.title", null, locale)),
                new Crumb(null, messages.getMessage(here, null, locale)));
    }
}
