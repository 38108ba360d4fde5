package org.rumbo.workflow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The page that shows where an item stands in its process models: drawn, and told as a table. */
@Controller
class ProcessController {
    private final ProcessView processes;
    private final RecommendationReader reader;
    private final Network network;
    private final Clock clock;
    private final MessageSource messages;

    ProcessController(
            ProcessView processes, RecommendationReader reader, Network network, Clock clock, MessageSource messages) {
        this.processes = processes;
        this.reader = reader;
        this.network = network;
        this.clock = clock;
        this.messages = messages;
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** In per cent; 100 shows the words as large as a page's smallest. */
    private static final Set<Integer> SIZES = Set.of(50, 75, 100, 150, 200);

    private static final int USUAL = 100;

    /** A moment in the network's time. */
    record Moment(LocalDate on, String time) {}

    /**
     * A line of the table.
     *
     * @param name the message key of the step's name
     * @param days how long it took or has taken; null where it was left at once
     * @param action what happened; null for a step at which the item stands
     * @param to the state to which the item came with it; null where it stayed
     */
    record Line(
            String name,
            @Nullable String person,
            String role,
            @Nullable Moment entered,
            @Nullable Moment left,
            @Nullable Long days,
            @Nullable LocalDate due,
            @Nullable String action,
            @Nullable String to) {}

    /** A step at which the item stands; {@code name} is the message key of its name. */
    record Stand(String activity, String name) {}

    /**
     * Within the item's own page only the line that says where it stands; what is behind it is asked for when somebody opens it.
     */
    @GetMapping("/recommendations/{code}/process")
    @Needs(Permission.PROCESS_READ)
    String show(
            @PathVariable RecommendationCode code,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        var folded = part != null && !open;
        model.addAttribute("facts", reader.read(code, actor).facts());
        model.addAttribute("folded", folded);
        if (folded) {
            stand(processes.of(code, actor), model);
        } else {
            var whole = processes.whole(code, actor, locale);
            stand(whole.standing(), model);
            model.addAttribute("drawings", whole.drawings());
            model.addAttribute("lines", whole.rows().stream().map(this::line).toList());
        }
        model.addAttribute("crumbs", crumbs(code, locale));
        return "workflow/process";
    }

    /** One drawing on all of the screen. */
    @GetMapping("/recommendations/{code}/process/{process}")
    @Needs(Permission.PROCESS_READ)
    String large(
            @PathVariable RecommendationCode code,
            @PathVariable String process,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor,
            Locale locale,
            Model model) {
        var drawing = processes.drawings(code, actor, locale).stream()
                .filter(drawn -> drawn.model().equals(process))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        model.addAttribute("facts", reader.read(code, actor).facts());
        stand(processes.of(code, actor), model);
        model.addAttribute("drawing", drawing);
        model.addAttribute("size", size != null && SIZES.contains(size) ? size : USUAL);
        model.addAttribute("crumbs", largeCrumbs(code, process, locale));
        return "workflow/large";
    }

    private static void stand(ProcessStanding standing, Model model) {
        model.addAttribute("standing", standing);
        model.addAttribute(
                "now",
                standing.closest().stream().map(id -> new Stand(id, nameOf(id))).toList());
    }

    private List<Crumb> largeCrumbs(RecommendationCode code, String process, Locale locale) {
        var crumbs = new ArrayList<>(crumbs(code, locale));
        crumbs.set(
                crumbs.size() - 1,
                new Crumb(
                        "/recommendations/" + code.value() + "/process",
                        messages.getMessage("process.title", null, locale)));
        crumbs.add(new Crumb(null, messages.getMessage("process." + process, null, locale)));
        return crumbs;
    }

    private List<Crumb> crumbs(RecommendationCode code, Locale locale) {
        return List.of(
                new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                new Crumb("/recommendations/" + code.value(), code.value()),
                new Crumb(null, messages.getMessage("process.title", null, locale)));
    }

    private Line line(ProcessStanding.Row row) {
        var done = row.done();
        var until = row.left() == null ? clock.instant() : row.left();
        return new Line(
                "process." + row.model() + "." + row.activity(),
                row.person(),
                row.role(),
                moment(row.entered()),
                moment(row.left()),
                row.entered() == null ? null : ChronoUnit.DAYS.between(network.day(row.entered()), network.day(until)),
                row.due() == null ? null : network.day(row.due()),
                done == null ? null : done.sentAgain() ? done.action() + ".again" : done.action(),
                done == null || done.from() == done.to() ? null : done.to().name());
    }

    private @Nullable Moment moment(@Nullable Instant at) {
        return at == null
                ? null
                : new Moment(network.day(at), at.atZone(network.zone()).format(TIME));
    }

    private static String nameOf(String activity) {
        return "process." + ProcessStanding.modelOf(activity) + "." + activity;
    }
}
