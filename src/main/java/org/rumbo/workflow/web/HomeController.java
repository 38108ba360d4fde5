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
        // Who has no team, no item and no claim finds nothing under "My work": she comes to see where the network
        // stands.
        var looksOn = actor.has(Role.DIRECTOR)
                || (actor.has(Role.AUDITOR) && actor.countries().isEmpty() && !actor.has(Role.EVALUATOR));
        return looksOn ? "redirect:/progress" : "redirect:/work";
    }
}
