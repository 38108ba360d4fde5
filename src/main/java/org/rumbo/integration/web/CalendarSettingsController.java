package org.rumbo.integration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.integration.CalendarFeeds;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.PublicAddress;
import org.rumbo.shared.ShownOnce;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own calendar address: a page of its own, and a part of one's settings. */
@Controller
@RequestMapping("/settings/calendar")
class CalendarSettingsController {
    private final CalendarFeeds feeds;
    private final Network network;
    private final PublicAddress address;
    private final MessageSource messages;

    CalendarSettingsController(CalendarFeeds feeds, Network network, PublicAddress address, MessageSource messages) {
        this.feeds = feeds;
        this.network = network;
        this.address = address;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.SELF_MANAGE)
    String show(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        return draw(part, null, actor, locale, model);
    }

    /** The page itself tells the address, for it is kept nowhere from where a second page could. */
    @PostMapping
    @Needs(Permission.SELF_MANAGE)
    String make(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        ShownOnce.in(request);
        var token = feeds.make(actor);
        return draw(part, address.of(request) + "/calendar/" + token + ".ics", actor, locale, model);
    }

    @PostMapping("/revocation")
    @Needs(Permission.SELF_MANAGE)
    String revoke(Actor actor, RedirectAttributes after) {
        feeds.revoke(actor);
        after.addFlashAttribute("done", "calendar.revoked");
        return "redirect:/settings/calendar";
    }

    private String draw(@Nullable String part, @Nullable String made, Actor actor, Locale locale, Model model) {
        model.addAttribute("folded", part != null);
        model.addAttribute("address", made);
        model.addAttribute("since", feeds.madeAt(actor).map(network::day).orElse(null));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/settings", messages.getMessage("nav.settings", null, locale)),
                        new Crumb(null, messages.getMessage("calendar.title", null, locale))));
        return "integration/calendar";
    }
}
