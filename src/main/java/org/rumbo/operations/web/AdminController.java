package org.rumbo.operations.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.rumbo.ledger.Sealing;
import org.rumbo.operations.Doctor;
import org.rumbo.operations.InstallationFigures;
import org.rumbo.recommendation.TranslationQueries;
import org.rumbo.recommendation.TranslationStatus;
import org.rumbo.shared.Crumb;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.rumbo.workflow.ProcessOverview;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the installation holds and how it fares. Everything here is numbers and codes. */
@Controller
class AdminController {
    private static final int STUCK_DAYS = 30;

    private final ProcessOverview processes;
    private final TranslationQueries translations;
    private final InstallationFigures figures;
    private final Doctor doctor;
    private final AccessPolicy policy;
    private final MessageSource messages;
    private final Sealing sealing;
    private final boolean demonstration;

    AdminController(
            ProcessOverview processes,
            TranslationQueries translations,
            InstallationFigures figures,
            Doctor doctor,
            AccessPolicy policy,
            MessageSource messages,
            Sealing sealing,
            Environment environment) {
        this.processes = processes;
        this.translations = translations;
        this.figures = figures;
        this.doctor = doctor;
        this.policy = policy;
        this.messages = messages;
        this.sealing = sealing;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/admin")
    @Needs(Permission.OPERATIONS_READ)
    String overview(Actor actor, Model model) {
        var stuck = processes.stuck(Duration.ofDays(STUCK_DAYS), actor);
        model.addAttribute(
                "running",
                processes.versions(actor).stream()
                        .mapToLong(ProcessOverview.Version::running)
                        .sum());
        model.addAttribute(
                "stuck", stuck.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("days", STUCK_DAYS);
        model.addAttribute("failed", processes.failed(actor).size());
        model.addAttribute("counts", figures.counts(actor));
        model.addAttribute(
                "untranslated",
                translations.progress().stream()
                        .mapToLong(language -> language.total() - language.reliable())
                        .sum());
        model.addAttribute("demonstration", demonstration);
        model.addAttribute(
                "unsealed",
                sealing.problem().map(problem -> problem.kind().name()).orElse(null));
        return "operations/admin";
    }

    @GetMapping("/admin/texts")
    @Needs(Permission.OPERATIONS_READ)
    String texts(Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
        model.addAttribute("languages", translations.progress());
        model.addAttribute("statuses", List.of(TranslationStatus.values()));
        return draw("texts", locale, model);
    }

    /** The doctor reads everything, so it examines only when it is asked to. */
    @GetMapping("/admin/data")
    @Needs(Permission.OPERATIONS_READ)
    String data(@RequestParam(defaultValue = "false") boolean examine, Actor actor, Locale locale, Model model) {
        model.addAttribute("counts", figures.counts(actor));
        model.addAttribute("megabytes", figures.megabytes(actor));
        model.addAttribute("demonstration", demonstration);
        model.addAttribute("exports", policy.permitsSomewhere(actor, Permission.REPORT_AS_OF));
        model.addAttribute("diagnosis", examine ? doctor.examine() : null);
        return draw("data", locale, model);
    }

    private String draw(String page, Locale locale, Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/admin", messages.getMessage("admin.title", null, locale)),
                        new Crumb(null, messages.getMessage("admin." + page + ".title", null, locale))));
        return "operations/" + page;
    }
}
