package org.rumbo.workflow.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.rumbo.workflow.ProcessStanding;
import org.rumbo.workflow.ProcessView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The page that shows where an item stands in its process models: drawn, and told as a table. */
@Controller
class ProcessController {
    private final ProcessView processes;
    private final RecommendationReader reader;
    private final Network network;
    private final MessageSource messages;

    ProcessController(ProcessView processes, RecommendationReader reader, Network network, MessageSource messages) {
        this.processes = processes;
        this.reader = reader;
        this.network = network;
        this.messages = messages;
    }

    /**
     * A line of the table.
     *
     * @param name the message key of the step's name
     * @param moved whether the item came to another state with it
     */
    record Line(String name, LocalDate on, String time, String action, String to, boolean moved) {}

    /** A step at which the item stands; {@code name} is the message key of its name. */
    record Stand(String activity, String name) {}

    @GetMapping("/recommendations/{code}/process")
    @Needs(Permission.PROCESS_READ)
    String show(
            @PathVariable RecommendationCode code,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        var standing = processes.of(code, actor);
        model.addAttribute("facts", reader.read(code, actor).facts());
        model.addAttribute("standing", standing);
        model.addAttribute("folded", part != null);
        model.addAttribute("drawings", processes.drawings(code, actor, locale));
        model.addAttribute(
                "now",
                standing.closest().stream().map(id -> new Stand(id, nameOf(id))).toList());
        model.addAttribute("lines", standing.steps().stream().map(this::line).toList());
        model.addAttribute("crumbs", crumbs(code, locale));
        return "workflow/process";
    }

    private List<Crumb> crumbs(RecommendationCode code, Locale locale) {
        return List.of(
                new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                new Crumb("/recommendations/" + code.value(), code.value()),
                new Crumb(null, messages.getMessage("process.title", null, locale)));
    }

    private Line line(ProcessStanding.Step step) {
        var at = step.at().atZone(network.zone());
        return new Line(
                "process." + step.model() + "." + step.activity(),
                at.toLocalDate(),
                timeOf(at.toLocalTime()),
                step.sentAgain() ? step.action() + ".again" : step.action(),
                step.to().name(),
                step.from() != step.to());
    }

    private static String timeOf(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    private static String nameOf(String activity) {
        return "process." + ProcessStanding.modelOf(activity) + "." + activity;
    }
}
