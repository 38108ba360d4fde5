package org.rumbo.team.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.PeopleQueries;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.rumbo.team.RoleChanges;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** In a try-out an administrator gives others roles and takes them. */
@Controller
@RequestMapping("/people/{id}/roles")
class PersonRolesController {
    private final RoleChanges changes;
    private final PeopleQueries people;
    private final PeopleController pages;
    private final MessageSource messages;

    PersonRolesController(RoleChanges changes, PeopleQueries people, PeopleController pages, MessageSource messages) {
        this.changes = changes;
        this.people = people;
        this.pages = pages;
        this.messages = messages;
    }

    /**
     * @param country empty for roles in the network at large
     */
    record RoleForm(Role role, @Nullable String country) {
        @Nullable
        CountryCode team() {
            return country == null || country.isBlank() ? null : new CountryCode(country);
        }
    }

    @PostMapping
    @Needs(Permission.PEOPLE_MANAGE)
    String give(
            @PathVariable UUID id,
            @ModelAttribute("form") RoleForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return changed(
                id, () -> changes.give(id, form.role(), form.team(), actor), actor, locale, model, response, after);
    }

    @PostMapping("/taken")
    @Needs(Permission.PEOPLE_MANAGE)
    String take(
            @PathVariable UUID id,
            @ModelAttribute("form") RoleForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return changed(
                id, () -> changes.take(id, form.role(), form.team(), actor), actor, locale, model, response, after);
    }

    private String changed(
            UUID id,
            Runnable change,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            change.run();
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return pages.draw(people.find(id, actor), actor, locale, model);
        }
        after.addFlashAttribute("done", "people.done.roles");
        return "redirect:/people/" + id;
    }
}
