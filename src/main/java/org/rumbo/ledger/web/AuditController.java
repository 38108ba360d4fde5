package org.rumbo.ledger.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.AuditSearch;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.TypedDay;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page that finds ledger events of the whole installation. */
@Controller
class AuditController {
    static final List<String> ACTIONS = List.of(
            "item.create",
            "item.edit",
            "item.reopen",
            "link.edit",
            "translation.edit",
            "marker.edit",
            "marker.met",
            "evidence.add",
            "evidence.release",
            "evidence.link",
            "evidence.infected",
            "position.record",
            "claim.make",
            "claim.withdraw",
            "claim.confirm",
            "claim.return",
            "claim.disagree",
            "claim.remind",
            "claim.escalate",
            "reminder.send",
            "evaluators.assign",
            "evaluation.rate",
            "evaluation.approve",
            "evaluation.return",
            "evaluation.cancel",
            "progress.report",
            "progress.draft",
            "action.add",
            "action.change",
            "action.done",
            "action.cancel",
            "action.remind",
            "indicator.add",
            "indicator.change",
            "indicator.value",
            "indicator.correct",
            "context.add",
            "context.ask",
            "context.answer",
            "comment.add",
            "comment.edit",
            "round.open",
            "round.move",
            "round.suggest",
            "round.answer",
            "round.unanswered",
            "round.submit",
            "round.return",
            "round.accept",
            "round.remind",
            "round.close",
            "paper.import",
            "paper.read",
            "paper.unreadable",
            "passage.accept",
            "passage.skip",
            "passage.undo",
            "paper.decide",
            "paper.describe",
            "paper.cancel",
            "paper.done",
            "wording.attach",
            "sheet.import",
            "sheet.undo",
            "report.issued",
            "person.roles",
            "person.deactivate",
            "person.reactivate",
            "deputy.arrange",
            "deputy.end",
            "process.deployed",
            "process.rebuilt",
            "job.retry",
            "mail.send",
            "mail.retry",
            "webhook.add",
            "webhook.pause",
            "webhook.resume",
            "webhook.rotate",
            "webhook.delete",
            "archive.imported",
            "privacy.asked",
            "privacy.erased",
            "privacy.refused",
            "log.origin",
            "log.key.added",
            "log.key.retired",
            "log.heartbeat",
            "log.clock",
            "demo.played");

    private static final String PAGE = "/admin/audit";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final AuditSearch audit;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;

    AuditController(AuditSearch audit, AccessPolicy policy, Network network, MessageSource messages) {
        this.audit = audit;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
    }

    /** What stands in the fields of the form; empty is open. */
    record Asked(String who, String action, String code) {
        boolean isEmpty() {
            return (who + action + code).isEmpty();
        }
    }

    /** The first and the last day, as they are typed. */
    record Period(@Nullable TypedDay from, @Nullable TypedDay until) {
        @Nullable
        LocalDate first() {
            return from == null ? null : from.date();
        }

        @Nullable
        LocalDate last() {
            return until == null ? null : until.date();
        }

        boolean isOpen() {
            return first() == null && last() == null;
        }
    }

    /** One event; {@code from} and {@code to} are null unless the item came to another state. */
    record Line(
            AuditSearch.Found event,
            LocalDate on,
            String time,
            String action,
            @Nullable String from,
            @Nullable String to) {}

    @GetMapping("/admin/audit")
    @Needs(Permission.OPERATIONS_READ)
    String find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("period") Period period,
            @RequestParam(required = false) @Nullable Long before,
            Actor actor,
            Locale locale,
            Model model) {
        var asked = new Asked(who.strip(), action, code.strip());
        var found = audit.find(question(asked, period, before, network.zone()), actor);
        model.addAttribute("problems", problems(period, locale));
        model.addAttribute("asked", asked);
        model.addAttribute("filtered", !asked.isEmpty() || !period.isOpen());
        model.addAttribute("actions", ACTIONS);
        model.addAttribute(
                "lines",
                found.events().stream().map(event -> line(event, locale)).toList());
        model.addAttribute("next", found.next() == null ? null : address(PAGE, asked, period, found.next()));
        model.addAttribute("first", before == null ? null : address(PAGE, asked, period, null));
        model.addAttribute(
                "file",
                policy.permitsSomewhere(actor, Permission.LEDGER_EXPORT)
                        ? address(PAGE + ".csv", asked, period, null)
                        : null);
        model.addAttribute("erases", policy.permitsSomewhere(actor, Permission.PRIVACY_ERASE));
        model.addAttribute("opens", policy.permitsSomewhere(actor, Permission.HISTORY_READ));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/admin", messages.getMessage("admin.title", null, locale)),
                        new Crumb(null, messages.getMessage("admin.audit.title", null, locale))));
        return "ledger/audit";
    }

    /** A day that cannot be read is told and not searched for. */
    private List<FormProblem> problems(Period period, Locale locale) {
        var problems = new ArrayList<FormProblem>();
        var message = messages.getMessage("rule.date-unreadable", null, locale);
        if (period.from() != null && period.from().isUnreadable()) {
            problems.add(new FormProblem("from-day", message));
        }
        if (period.until() != null && period.until().isUnreadable()) {
            problems.add(new FormProblem("until-day", message));
        }
        return problems;
    }

    static AuditSearch.Question question(Asked asked, Period period, @Nullable Long before, ZoneId zone) {
        var last = period.last();
        return new AuditSearch.Question(
                given(asked.who()),
                given(asked.action()),
                given(asked.code()),
                begin(period.first(), zone),
                begin(last == null ? null : last.plusDays(1), zone),
                before);
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable Instant begin(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static String address(String path, Asked asked, Period period, @Nullable Long before) {
        var address = UriComponentsBuilder.fromPath(path);
        address.queryParam("who", asked.who())
                .queryParam("action", asked.action())
                .queryParam("code", asked.code())
                .queryParam("from", text(period.first()))
                .queryParam("until", text(period.last()));
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.encode().build().toUriString();
    }

    private Line line(AuditSearch.Found event, Locale locale) {
        var at = event.at().atZone(network.zone());
        var moved = event.from() != null && !event.from().equals(event.to());
        var action = messages.getMessage("admin.action." + event.action(), null, event.action(), locale);
        return new Line(
                event,
                at.toLocalDate(),
                at.format(TIME),
                action == null ? event.action() : action,
                moved ? event.from() : null,
                moved ? event.to() : null);
    }
}
