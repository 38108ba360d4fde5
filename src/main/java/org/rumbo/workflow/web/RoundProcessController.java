package org.rumbo.workflow.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.rumbo.workflow.RoundProcess;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the teams of an update round stand in its process: drawn, and told as a table. */
@Controller
class RoundProcessController {
    private final RoundProcess processes;
    private final MessageSource messages;

    RoundProcessController(RoundProcess processes, MessageSource messages) {
        this.processes = processes;
        this.messages = messages;
    }

    /** Within the round's own page only a line, which opens the rest. */
    @GetMapping("/rounds/{id}/process")
    @Needs(Permission.ROUND_READ)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        var whole = processes.of(id, actor, locale);
        model.addAttribute("round", whole.round());
        model.addAttribute("svg", whole.svg());
        model.addAttribute("steps", whole.steps());
        model.addAttribute("part", part != null);
        model.addAttribute("folded", part != null && !open);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/rounds", messages.getMessage("rounds.title", null, locale)),
                        new Crumb("/rounds/" + id, whole.round().title()),
                        new Crumb(null, messages.getMessage("process.title", null, locale))));
        return "workflow/round-process";
    }
}
