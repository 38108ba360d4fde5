package org.rumbo.workflow.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Crumb;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.rumbo.workflow.ProcessOverview;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which the processes are kept running: versions, what waits where, what failed. */
@Controller
class AdminProcessController {
    private static final int USUAL = 30;
    private static final Set<Integer> DAYS = Set.of(7, 30, 90, 180, 365);

    private final ProcessOverview processes;
    private final AccessPolicy policy;
    private final Network network;
    private final Clock clock;
    private final MessageSource messages;

    AdminProcessController(
            ProcessOverview processes, AccessPolicy policy, Network network, Clock clock, MessageSource messages) {
        this.processes = processes;
        this.policy = policy;
        this.network = network;
        this.clock = clock;
        this.messages = messages;
    }

    /** A model with its versions. */
    record Line(String model, List<ProcessOverview.Version> versions, long running, long stuck) {}

    /** A step of the table beside the drawing; {@code name} is the message key of its name. */
    record Step(String name, long all, long stuck, @Nullable LocalDate oldest, long days) {}

    /** An item that has waited for too long. */
    record Stuck(String code, String name, LocalDate since, long days) {}

    /** A step that failed; {@code name} is the message key of its name, or null. */
    record Failed(
            String id,
            @Nullable String name,
            @Nullable String code,
            @Nullable LocalDate since) {}

    @GetMapping("/admin/processes")
    @Needs(Permission.OPERATIONS_READ)
    String all(@RequestParam(required = false) @Nullable String done, Actor actor, Locale locale, Model model) {
        var stuck = processes.stuck(Duration.ofDays(USUAL), actor);
        var byModel = new LinkedHashMap<String, List<ProcessOverview.Version>>();
        processes.versions(actor).forEach(version -> byModel.computeIfAbsent(version.model(), key -> new ArrayList<>())
                .add(version));
        var lines = byModel.entrySet().stream().map(entry -> line(entry, stuck)).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("running", lines.stream().mapToLong(Line::running).sum());
        model.addAttribute("stuck", lines.stream().mapToLong(Line::stuck).sum());
        model.addAttribute("days", USUAL);
        model.addAttribute(
                "failed", processes.failed(actor).stream().map(this::failed).toList());
        model.addAttribute("retries", policy.permitsSomewhere(actor, Permission.JOBS_RETRY));
        model.addAttribute("retried", "retried".equals(done));
        model.addAttribute("crumbs", List.of(admin(locale), new Crumb(null, text("admin.processes.title", locale))));
        return "workflow/admin-processes";
    }

    private static Line line(Map.Entry<String, List<ProcessOverview.Version>> entry, Map<String, Long> stuck) {
        return new Line(
                entry.getKey(),
                entry.getValue(),
                entry.getValue().stream()
                        .mapToLong(ProcessOverview.Version::running)
                        .sum(),
                stuck.getOrDefault(entry.getKey(), 0L));
    }

    @GetMapping("/admin/processes/{process}")
    @Needs(Permission.OPERATIONS_READ)
    String one(
            @PathVariable String process,
            @RequestParam(required = false) @Nullable Integer days,
            Actor actor,
            Locale locale,
            Model model) {
        var longer = days != null && DAYS.contains(days) ? days : USUAL;
        var picture = processes.picture(process, Duration.ofDays(longer), actor, locale);
        model.addAttribute("picture", picture);
        model.addAttribute("days", longer);
        model.addAttribute("choices", DAYS.stream().sorted().toList());
        model.addAttribute(
                "steps",
                picture.steps().stream().map(step -> step(process, step)).toList());
        model.addAttribute(
                "stuck",
                picture.stuck().stream().map(stuck -> stuck(process, stuck)).toList());
        model.addAttribute(
                "total",
                picture.steps().stream().mapToLong(ProcessOverview.Step::all).sum());
        model.addAttribute(
                "late",
                picture.steps().stream().mapToLong(ProcessOverview.Step::stuck).sum());
        model.addAttribute(
                "opens", picture.isOfItems() && policy.permitsSomewhere(actor, Permission.ITEM_READ_RELEASED));
        model.addAttribute(
                "crumbs",
                List.of(
                        admin(locale),
                        new Crumb("/admin/processes", text("admin.processes.title", locale)),
                        new Crumb(null, text("process." + process, locale))));
        return "workflow/admin-process";
    }

    @PostMapping("/admin/processes/jobs/{job}/retry")
    @Needs(Permission.JOBS_RETRY)
    String retry(@PathVariable String job, Actor actor) {
        processes.retry(job, actor);
        return "redirect:/admin/processes?done=retried";
    }

    private Step step(String process, ProcessOverview.Step step) {
        var oldest = step.oldest();
        return new Step(
                "process." + process + "." + step.activity(),
                step.all(),
                step.stuck(),
                oldest == null ? null : network.day(oldest),
                oldest == null ? 0 : daysSince(oldest));
    }

    private Stuck stuck(String process, ProcessOverview.Stuck stuck) {
        return new Stuck(
                stuck.code(),
                "process." + process + "." + stuck.activity(),
                network.day(stuck.since()),
                daysSince(stuck.since()));
    }

    private Failed failed(ProcessOverview.Failed failed) {
        return new Failed(
                failed.id(),
                failed.model() == null || failed.activity() == null
                        ? null
                        : "process." + failed.model() + "." + failed.activity(),
                failed.code(),
                failed.since() == null ? null : network.day(failed.since()));
    }

    private long daysSince(Instant since) {
        return ChronoUnit.DAYS.between(network.day(since), network.day(clock.instant()));
    }

    private Crumb admin(Locale locale) {
        return new Crumb("/admin", text("admin.title", locale));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
