package org.rumbo.operations.web;

import org.rumbo.operations.FirstSteps;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of first steps as a page of its own, and the wish not to see it on the home page. */
@Controller
class FirstStepsController {
    private final FirstSteps steps;
    private final AccessPolicy policy;

    FirstStepsController(FirstSteps steps, AccessPolicy policy) {
        this.steps = steps;
        this.policy = policy;
    }

    @GetMapping("/first-steps")
    @Needs(Permission.SELF_MANAGE)
    String show(Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        model.addAttribute("checklist", steps.of(actor).orElse(null));
        model.addAttribute("shown", steps.wanted(actor) != null);
        return "operations/first-steps";
    }

    /** Whether the home page shows the list from now on. */
    @PostMapping("/first-steps")
    @Needs(Permission.SELF_MANAGE)
    String keep(@RequestParam boolean shown, Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        if (shown) {
            steps.bringBack(actor);
        } else {
            steps.putAway(actor);
        }
        return "redirect:/";
    }
}
