package org.rumbo.notification.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.notification.Topic;
import org.rumbo.notification.Wishes;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Of what somebody wants to be told: a page of its own, and a part of her settings. */
@Controller
@RequestMapping("/settings/notices")
class WishesController {
    private final Wishes wishes;
    private final MessageSource messages;

    WishesController(Wishes wishes, MessageSource messages) {
        this.wishes = wishes;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.SELF_MANAGE)
    String show(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute("wishes", wishes.of(actor));
        model.addAttribute("folded", part != null);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/settings", messages.getMessage("nav.settings", null, locale)),
                        new Crumb(null, messages.getMessage("wishes.title", null, locale))));
        return "notification/wishes";
    }

    @PostMapping
    @Needs(Permission.SELF_MANAGE)
    String keep(@RequestParam(defaultValue = "") List<Topic> wanted, Actor actor, RedirectAttributes after) {
        wishes.keep(wanted, actor);
        after.addFlashAttribute("done", "wishes.done");
        return "redirect:/settings/notices";
    }
}
