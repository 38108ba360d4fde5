package org.rumbo.workflow.web;

import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.rumbo.workflow.Inbox;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the reader, what is due first on top, then what she waits for and how far her recommendations are. */
@Controller
class WorkController {
    private final Inbox inbox;
    private final WorkWords words;
    private final WorkActions actions;
    private final WorkSurroundings surroundings;
    private final AccessPolicy policy;
    private final Network network;
    private final Clock clock;

    WorkController(
            Inbox inbox,
            WorkWords words,
            WorkActions actions,
            WorkSurroundings surroundings,
            AccessPolicy policy,
            Network network,
            Clock clock) {
        this.inbox = inbox;
        this.words = words;
        this.actions = actions;
        this.surroundings = surroundings;
        this.policy = policy;
        this.network = network;
        this.clock = clock;
    }

    @GetMapping("/work")
    @Needs(Permission.SELF_MANAGE)
    String work(Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        if (!policy.permitsSomewhere(actor, Permission.ITEM_READ_RELEASED)) {
            return "redirect:/";
        }
        var today = network.day(clock.instant());
        var inboxed = inbox.of(actor);
        var tasks =
                WorkTasks.of(inboxed.items(), today, locale, inboxed.rounds().isEmpty());
        var own = tasks.stream().map(WorkTasks.Task::code).collect(Collectors.toSet());
        model.addAttribute("sentence", words.sentence(tasks, inboxed, actor, today, locale));
        model.addAttribute("rounds", inboxed.rounds());
        model.addAttribute("imports", inboxed.imports());
        model.addAttribute("today", today);
        model.addAttribute("groups", WorkTasks.groups(tasks));
        model.addAttribute("actions", actions.of(actor, today));
        model.addAttribute("questions", actions.questions(actor));
        model.addAttribute("waiting", surroundings.waiting(actor, own, today, locale));
        model.addAttribute("routes", surroundings.routes(actor));
        model.addAttribute("changes", surroundings.changes(actor, locale));
        return "workflow/work";
    }
}
