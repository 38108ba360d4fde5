package org.rumbo.workflow.web;

import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody to the page that answers the question she comes with. */
@Controller
class HomeController {
    private final AccessPolicy policy;

    HomeController(AccessPolicy policy) {
        this.policy = policy;
    }

    @GetMapping("/")
    @Needs(Permission.SELF_MANAGE)
    String home(Actor actor) {
        if (!policy.permitsSomewhere(actor, Permission.ITEM_READ_RELEASED)) {
            return policy.permitsSomewhere(actor, Permission.OPERATIONS_READ) ? "redirect:/admin" : "workflow/start";
        }
        if (actor.has(Role.FUNDER)) {
            return "redirect:/reports";
        }
        return actor.has(Role.DIRECTOR) ? "redirect:/progress" : "redirect:/work";
    }
}
