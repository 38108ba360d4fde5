package org.rumbo.notification.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.notification.Follows;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Following one recommendation: a page of its own, and a part of the recommendation's. */
@Controller
@RequestMapping("/recommendations/{code}/following")
class ItemFollowingController {
    private final Follows follows;
    private final RecommendationReader reader;
    private final MessageSource messages;

    ItemFollowingController(Follows follows, RecommendationReader reader, MessageSource messages) {
        this.follows = follows;
        this.reader = reader;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(
            @PathVariable RecommendationCode code,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute("follow", follows.of(code, actor));
        model.addAttribute("facts", reader.read(code, actor).facts());
        model.addAttribute("folded", part != null);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                        new Crumb("/recommendations/" + code.value(), code.value()),
                        new Crumb(null, messages.getMessage("follow.title", null, locale))));
        return "notification/item";
    }

    /** Whoever may read it may follow it. */
    @PostMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    String follow(@PathVariable RecommendationCode code, @RequestParam boolean follow, Actor actor) {
        follows.follow(code, follow, actor);
        return "redirect:/recommendations/" + code.value() + "/following";
    }
}
