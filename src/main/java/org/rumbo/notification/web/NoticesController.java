package org.rumbo.notification.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.notification.Notice;
import org.rumbo.notification.NoticeWords;
import org.rumbo.notification.Notices;
import org.rumbo.shared.DomainException;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the bell. */
@Controller
@RequestMapping("/notices")
class NoticesController {
    private final Notices notices;
    private final NoticesPage page;
    private final NoticeWords words;
    private final Clock clock;

    NoticesController(Notices notices, NoticesPage page, NoticeWords words, Clock clock) {
        this.notices = notices;
        this.page = page;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.SELF_MANAGE)
    String show(@RequestParam(required = false) @Nullable String after, Actor actor, Locale locale, Model model) {
        var shown = notices.list(after, actor);
        model.addAttribute("parts", page.parts(shown.items(), actor, locale));
        model.addAttribute(
                "unread", shown.items().stream().filter(Notice::unread).count());
        model.addAttribute("until", newest(shown.items()));
        model.addAttribute("first", after == null ? null : "/notices");
        model.addAttribute("next", shown.next() == null ? null : "/notices?after=" + shown.next());
        return "notification/notices";
    }

    /** Up to here she has seen what there is; later ones come on top. */
    private static @Nullable Instant newest(List<Notice> shown) {
        return shown.stream().findFirst().map(Notice::at).orElse(null);
    }

    /** Opening a notice leads to what it tells of, and it is read then. */
    @GetMapping("/{id}")
    @Needs(Permission.SELF_MANAGE)
    String open(@PathVariable UUID id, Actor actor) {
        return "redirect:" + words.place(notices.open(id, actor), actor);
    }

    @PostMapping("/{id}/read")
    @Needs(Permission.SELF_MANAGE)
    String read(@PathVariable UUID id, Actor actor) {
        notices.open(id, actor);
        return "redirect:/notices";
    }

    @PostMapping("/read")
    @Needs(Permission.SELF_MANAGE)
    String readAll(@RequestParam(required = false) @Nullable String until, Actor actor) {
        notices.readAll(moment(until), actor);
        return "redirect:/notices";
    }

    private Instant moment(@Nullable String until) {
        try {
            return until == null ? clock.instant() : Instant.parse(until);
        } catch (DateTimeException unreadable) {
            throw DomainException.malformed("until");
        }
    }
}
