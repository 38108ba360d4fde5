package org.rumbo.notification.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.notification.MailWish;
import org.rumbo.notification.Topic;
import org.rumbo.notification.Wishes;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
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
    private static final String MAIL = "mail-";
    private static final String DIGEST = "DIGEST";
    private static final Pattern ZONES =
            Pattern.compile("(America|Europe|Atlantic)/[A-Z].*|Pacific/(Easter|Galapagos)");

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
        model.addAttribute("mails", MailWish.values());
        model.addAttribute("digest", wishes.digestOf(actor));
        model.addAttribute("digests", List.of(MailWish.OWN, MailWish.NONE));
        var zone = wishes.zoneOf(actor);
        model.addAttribute("zone", zone.getId());
        model.addAttribute("zones", zones(zone));
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
    String keep(
            @RequestParam(defaultValue = "") List<Topic> wanted,
            @RequestParam Map<String, String> form,
            Actor actor,
            RedirectAttributes after) {
        wishes.keep(wanted, mails(form), actor);
        if (form.containsKey("zone")) {
            wishes.keepZone(zone(form.get("zone")), actor);
        }
        after.addFlashAttribute("done", "wishes.done");
        return "redirect:/settings/notices";
    }

    /** What the form says of mail; of what it does not ask nothing changes. */
    private static Map<String, MailWish> mails(Map<String, String> form) {
        var mails = new LinkedHashMap<String, MailWish>();
        Stream.concat(Arrays.stream(Topic.values()).map(Topic::name), Stream.of(DIGEST))
                .forEach(topic -> {
                    var chosen = form.get(MAIL + topic);
                    if (chosen != null) {
                        mails.put(topic, wish(MAIL + topic, chosen));
                    }
                });
        return mails;
    }

    /** Those of the continents on which the network's people are. */
    private static List<String> zones(ZoneId chosen) {
        return Stream.concat(
                        ZoneId.getAvailableZoneIds().stream().filter(ZONES.asMatchPredicate()),
                        Stream.of(chosen.getId()))
                .distinct()
                .sorted()
                .toList();
    }

    private static ZoneId zone(@Nullable String chosen) {
        if (chosen == null || !ZoneId.getAvailableZoneIds().contains(chosen)) {
            throw DomainException.malformed("zone");
        }
        return ZoneId.of(chosen);
    }

    private static MailWish wish(String field, String chosen) {
        try {
            return MailWish.valueOf(chosen);
        } catch (IllegalArgumentException unknown) {
            throw DomainException.malformed(field);
        }
    }
}
