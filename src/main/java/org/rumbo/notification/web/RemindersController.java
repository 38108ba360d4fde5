package org.rumbo.notification.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.notification.ItemReminders;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Who was reminded of what of one recommendation: a page of its own, and a part of the recommendation's. */
@Controller
class RemindersController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    /** As many stand on the recommendation's own page. */
    private static final int NEWEST = 3;

    private final ItemReminders reminders;
    private final RecommendationReader reader;
    private final Network network;
    private final MessageSource messages;

    RemindersController(ItemReminders reminders, RecommendationReader reader, Network network, MessageSource messages) {
        this.reminders = reminders;
        this.reader = reader;
        this.network = network;
        this.messages = messages;
    }

    /** A reminder with the moment at which it was sent, in the network's time. */
    record Line(ItemReminders.Reminder reminder, LocalDate on, String time) {}

    @GetMapping("/recommendations/{code}/reminders")
    @Needs(Permission.HISTORY_READ)
    String show(
            @PathVariable RecommendationCode code,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        var all = reminders.of(code, actor);
        var shown = part == null ? all : all.subList(0, Math.min(NEWEST, all.size()));
        model.addAttribute("total", all.size());
        model.addAttribute("lines", shown.stream().map(this::line).toList());
        model.addAttribute("folded", part != null);
        model.addAttribute("facts", reader.read(code, actor).facts());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                        new Crumb("/recommendations/" + code.value(), code.value()),
                        new Crumb(null, messages.getMessage("reminders.title", null, locale))));
        return "notification/reminders";
    }

    private Line line(ItemReminders.Reminder reminder) {
        var there = reminder.at().atZone(network.zone());
        return new Line(reminder, there.toLocalDate(), there.format(TIME));
    }
}
