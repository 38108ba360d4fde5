package org.rumbo.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.ErasureReason;
import org.rumbo.ledger.Erasures;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.team.AccessPolicy;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a text to be erased, and deciding on what somebody else asked. No page shows the text itself. */
@Controller
class ErasureController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Erasures erasures;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;

    ErasureController(Erasures erasures, AccessPolicy policy, Network network, MessageSource messages) {
        this.erasures = erasures;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
    }

    /** A day and hour in the network's time. */
    record When(LocalDate on, String time) {}

    /** Something that was asked for. */
    record Line(
            Erasures.Request request,
            String action,
            String field,
            When asked,
            @Nullable When decided) {}

    /** A text that can be chosen. */
    record Choice(String field, String label) {}

    @GetMapping("/admin/erasures")
    @Needs(Permission.PRIVACY_CONFIRM)
    String all(Actor actor, Locale locale, Model model) {
        model.addAttribute(
                "lines",
                erasures.all(actor).stream().map(asked -> line(asked, locale)).toList());
        model.addAttribute("reads", policy.permitsSomewhere(actor, Permission.HISTORY_READ));
        model.addAttribute("crumbs", crumbs("erasure.title", locale));
        return "ledger/erasures";
    }

    @GetMapping("/admin/audit/{number}/erasure")
    @Needs(Permission.PRIVACY_ERASE)
    String form(@PathVariable long number, Actor actor, Locale locale, Model model) {
        return draw(number, null, null, actor, locale, model);
    }

    @PostMapping("/admin/audit/{number}/erasure")
    @Needs(Permission.PRIVACY_ERASE)
    String ask(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable ErasureReason reason,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        try {
            erasures.ask(number, field, reason, actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return draw(number, field, reason, actor, locale, model);
        }
        return back("erasure.done.asked", after);
    }

    @PostMapping("/admin/erasures/{id}/confirmation")
    @Needs(Permission.PRIVACY_CONFIRM)
    String confirm(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        erasures.confirm(id, actor);
        return back("erasure.done.erased", after);
    }

    @PostMapping("/admin/erasures/{id}/refusal")
    @Needs(Permission.PRIVACY_CONFIRM)
    String refuse(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        erasures.refuse(id, actor);
        return back("erasure.done.refused", after);
    }

    private static String back(String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/admin/erasures";
    }

    private String draw(
            long number,
            @Nullable String field,
            @Nullable ErasureReason reason,
            Actor actor,
            Locale locale,
            Model model) {
        var candidate = erasures.candidate(number, actor);
        model.addAttribute("number", number);
        model.addAttribute("candidate", candidate);
        model.addAttribute("action", action(candidate.action(), locale));
        model.addAttribute("at", when(candidate.at()));
        model.addAttribute(
                "fields",
                candidate.fields().stream()
                        .map(name -> new Choice(name, field(name, locale)))
                        .toList());
        model.addAttribute("reasons", ErasureReason.values());
        model.addAttribute("chosenField", field);
        model.addAttribute("chosenReason", reason);
        model.addAttribute("crumbs", crumbs("erasure.ask.title", locale));
        return "ledger/erasure";
    }

    private Line line(Erasures.Request asked, Locale locale) {
        return new Line(
                asked,
                action(asked.action(), locale),
                field(asked.field(), locale),
                when(asked.askedAt()),
                asked.decidedAt() == null ? null : when(asked.decidedAt()));
    }

    private When when(Instant at) {
        var there = at.atZone(network.zone());
        return new When(there.toLocalDate(), there.format(TIME));
    }

    private String action(String action, Locale locale) {
        return said("admin.action." + action, action, locale);
    }

    /** Fields that have no words of their own are called as the ledger calls them. */
    private String field(String name, Locale locale) {
        return said("erasure.field." + name, said("history.field." + name, name, locale), locale);
    }

    private String said(String key, String otherwise, Locale locale) {
        var said = messages.getMessage(key, null, otherwise, locale);
        return said == null ? otherwise : said;
    }

    private List<Crumb> crumbs(String key, Locale locale) {
        return List.of(
                new Crumb("/admin", messages.getMessage("admin.title", null, locale)),
                new Crumb("/admin/audit", messages.getMessage("admin.audit.title", null, locale)),
                new Crumb(null, messages.getMessage(key, null, locale)));
    }
}
