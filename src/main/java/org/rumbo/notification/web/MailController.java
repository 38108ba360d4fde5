package org.rumbo.notification.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.notification.MailOverview;
import org.rumbo.notification.MailState;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How mail fares, for those who look after the installation. */
@Controller
@RequestMapping("/admin/mail")
class MailController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MailOverview mails;
    private final Network network;
    private final MessageSource messages;

    MailController(MailOverview mails, Network network, MessageSource messages) {
        this.mails = mails;
        this.network = network;
        this.messages = messages;
    }

    /** A mail as the page shows it, at the time of the network. */
    record Line(MailOverview.Line mail, LocalDate on, String time) {}

    @GetMapping
    @Needs(Permission.OPERATIONS_READ)
    String show(Actor actor, Locale locale, Model model) {
        var counts = mails.counts(actor);
        model.addAttribute("mode", mails.mode(actor));
        model.addAttribute("waiting", counts.getOrDefault(MailState.WAITING, 0L));
        model.addAttribute("sent", counts.getOrDefault(MailState.SENT, 0L));
        model.addAttribute("failed", lines(mails.newest(true, actor)));
        model.addAttribute("newest", lines(mails.newest(false, actor)));
        model.addAttribute("unreachable", mails.unreachable(actor));
        model.addAttribute("retries", mails.retries(actor));
        model.addAttribute("readable", mails.readable(actor));
        model.addAttribute("crumbs", crumbs(null, locale));
        return "notification/admin-mail";
    }

    private List<Line> lines(List<MailOverview.Line> mails) {
        return mails.stream().map(this::line).toList();
    }

    private Line line(MailOverview.Line mail) {
        Instant at = mail.endedAt() == null ? mail.madeAt() : mail.endedAt();
        return new Line(mail, network.day(at), at.atZone(network.zone()).format(TIME));
    }

    /** While trying out, where no mail goes anywhere. */
    @GetMapping("/{id}")
    @Needs(Permission.OPERATIONS_READ)
    String read(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        var letter = mails.read(id, actor);
        model.addAttribute("letter", letter);
        model.addAttribute("crumbs", crumbs(text("mails.read.title", locale), locale));
        return "notification/admin-mail-text";
    }

    @PostMapping("/{id}/retry")
    @Needs(Permission.JOBS_RETRY)
    String retry(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        mails.retry(id, actor);
        after.addFlashAttribute("done", "mails.retried");
        return "redirect:/admin/mail";
    }

    private List<Crumb> crumbs(@Nullable String inner, Locale locale) {
        var admin = new Crumb("/admin", text("admin.title", locale));
        return inner == null
                ? List.of(admin, new Crumb(null, text("admin.mail.title", locale)))
                : List.of(admin, new Crumb("/admin/mail", text("admin.mail.title", locale)), new Crumb(null, inner));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
