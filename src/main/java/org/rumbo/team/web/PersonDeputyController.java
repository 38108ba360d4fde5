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
import org.rumbo.team.Deputies;
import org.rumbo.team.DeputyArrangements;
import org.rumbo.team.Needs;
import org.rumbo.team.PeopleQueries;
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

/** An administrator arranges who stands in for a person, and ends it. */
@Controller
@RequestMapping("/people/{id}/deputies")
class PersonDeputyController {
    private final DeputyPages pages;
    private final PeopleQueries people;
    private final Deputies deputies;
    private final DeputyArrangements arrangements;
    private final AccessPolicy policy;
    private final MessageSource messages;

    PersonDeputyController(
            DeputyPages pages,
            PeopleQueries people,
            Deputies deputies,
            DeputyArrangements arrangements,
            AccessPolicy policy,
            MessageSource messages) {
        this.pages = pages;
        this.people = people;
        this.deputies = deputies;
        this.arrangements = arrangements;
        this.policy = policy;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.PEOPLE_MANAGE)
    String form(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        return draw(id, pages.empty(id), actor, locale, model);
    }

    @PostMapping
    @Needs(Permission.PEOPLE_MANAGE)
    String arrange(
            @PathVariable UUID id,
            @ModelAttribute("form") DeputyForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.PEOPLE_MANAGE);
        var wish = new DeputyForm(id, form.deputy(), form.from(), form.until());
        try {
            arrangements.arrange(wish.toWish(), actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", pages.problems(refused, locale));
            response.setStatus(refused.type().status());
            return draw(id, wish, actor, locale, model);
        }
        after.addFlashAttribute("done", "deputy.done.arranged");
        return "redirect:/people/" + id;
    }

    @GetMapping("/{deputy}/end")
    @Needs(Permission.PEOPLE_MANAGE)
    String askToEnd(@PathVariable UUID id, @PathVariable UUID deputy, Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.PEOPLE_MANAGE);
        var open = deputies.find(deputy)
                .filter(known -> known.concerns(id))
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        model.addAttribute("deputyship", open);
        model.addAttribute("action", "/people/" + id + "/deputies/" + deputy + "/end");
        model.addAttribute("back", "/people/" + id);
        model.addAttribute("crumbs", crumbs(id, "deputy.end.title", actor, locale));
        return "team/deputy-end";
    }

    @PostMapping("/{deputy}/end")
    @Needs(Permission.PEOPLE_MANAGE)
    String end(@PathVariable UUID id, @PathVariable UUID deputy, Actor actor, RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.PEOPLE_MANAGE);
        arrangements.end(deputy, actor);
        after.addFlashAttribute("done", "deputy.done.ended");
        return "redirect:/people/" + id;
    }

    private String draw(UUID id, DeputyForm form, Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.PEOPLE_MANAGE);
        model.addAttribute("crumbs", crumbs(id, "deputy.new.title", actor, locale));
        model.addAttribute("person", people.find(id, actor));
        pages.form(form, id, actor, locale, model);
        model.addAttribute("action", "/people/" + id + "/deputies");
        model.addAttribute("back", "/people/" + id);
        return "team/deputy";
    }

    private List<Crumb> crumbs(UUID id, String here, Actor actor, Locale locale) {
        var person = people.find(id, actor);
        return List.of(
                new Crumb("/people", messages.getMessage("people.title", null, locale)),
                new Crumb("/people/" + id, person.name()),
                new Crumb(null, messages.getMessage(here, null, locale)));
    }
}
