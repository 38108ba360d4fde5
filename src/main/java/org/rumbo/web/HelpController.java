package org.rumbo.web;

import java.util.List;
import java.util.Locale;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the words mean, who does what, and how each page is used; for visitors too. */
@Controller
class HelpController {
    private final MessageSource messages;

    HelpController(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/help")
    @Needs(Permission.PUBLIC)
    String start(Model model) {
        return show(HelpTopic.START, model);
    }

    @GetMapping("/help/{id}")
    @Needs(Permission.PUBLIC)
    String topic(@PathVariable String id, Locale locale, Model model) {
        var found = HelpTopic.of(id).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/help", messages.getMessage("help.title", null, locale)),
                        new Crumb(null, messages.getMessage("help." + found.key() + ".title", null, locale))));
        return show(found, model);
    }

    private static String show(HelpTopic topic, Model model) {
        model.addAttribute("topic", topic);
        model.addAttribute("topics", HelpTopic.values());
        return "web/help";
    }
}
