package org.rumbo.team.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Deputies;
import org.rumbo.team.Needs;
import org.rumbo.team.PeopleQueries;
import org.rumbo.team.Permission;
import org.rumbo.team.PersonAccess;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An administrator ends somebody's access, or gives it back; each is confirmed on a page of its own. */
@Controller
@RequestMapping("/people/{id}")
class PersonAccessController {
    private final PersonAccess access;
    private final PeopleQueries people;
    private final Deputies deputies;
    private final AccessPolicy policy;
    private final MessageSource messages;

    PersonAccessController(
            PersonAccess access, PeopleQueries people, Deputies deputies, AccessPolicy policy, MessageSource messages) {
        this.access = access;
        this.people = people;
        this.deputies = deputies;
        this.policy = policy;
        this.messages = messages;
    }

    @GetMapping("/deactivation")
    @Needs(Permission.PEOPLE_MANAGE)
    String askToDeactivate(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        return draw(id, "deactivation", actor, locale, model);
    }

    @PostMapping("/deactivation")
    @Needs(Permission.PEOPLE_MANAGE)
    String deactivate(
            @PathVariable UUID id,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            access.deactivate(id, actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return draw(id, "deactivation", actor, locale, model);
        }
        after.addFlashAttribute("done", "people.done.deactivated");
        return "redirect:/people/" + id;
    }

    @GetMapping("/reactivation")
    @Needs(Permission.PEOPLE_MANAGE)
    String askToReactivate(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        return draw(id, "reactivation", actor, locale, model);
    }

    @PostMapping("/reactivation")
    @Needs(Permission.PEOPLE_MANAGE)
    String reactivate(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        access.reactivate(id, actor);
        after.addFlashAttribute("done", "people.done.reactivated");
        return "redirect:/people/" + id;
    }

    private String draw(UUID id, String step, Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.PEOPLE_MANAGE);
        var person = people.find(id, actor);
        if (actor.persons().contains(id)) {
            throw new DomainException(ProblemType.OWN_ACCESS);
        }
        model.addAttribute("person", person);
        model.addAttribute("step", step);
        model.addAttribute(
                "deputyships",
                deputies.open().stream().filter(open -> open.concerns(id)).toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/people", messages.getMessage("people.title", null, locale)),
                        new Crumb("/people/" + id, person.name()),
                        new Crumb(null, messages.getMessage("people." + step + ".crumb", null, locale))));
        return "team/access";
    }
}
