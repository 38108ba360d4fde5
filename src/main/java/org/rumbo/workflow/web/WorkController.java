package org.rumbo.workflow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.Summary;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.rumbo.workflow.Inbox;
import org.rumbo.workflow.InboxItem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the reader, what is due first on top, and how far the recommendations are that she looks after. */
@Controller
class WorkController {
    private static final int WEEK = 7;
    private static final Map<String, String> FORMS = Map.of(
            "MAKE_TRACKABLE", "edit",
            "DELIVER", "claim",
            "CLAIM_ADOPTION", "claim",
            "CLAIM_IMPLEMENTATION", "claim",
            "COMPLETE_CLAIM", "claim",
            "REVIEW_CLAIM", "decision",
            "ASSIGN_EVALUATORS", "evaluation",
            "RATE", "evaluation",
            "APPROVE_EVALUATION", "evaluation");

    private final Inbox inbox;
    private final RecommendationQueries queries;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;
    private final Clock clock;

    WorkController(
            Inbox inbox,
            RecommendationQueries queries,
            AccessPolicy policy,
            Network network,
            MessageSource messages,
            Clock clock) {
        this.inbox = inbox;
        this.queries = queries;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tasks of one urgency; {@code key} names it in the messages. */
    record Group(String key, List<Task> tasks) {}

    /**
     * @param titleLanguage the title's own language where it is not the reader's; else null
     * @param daysLate how long it has been due; 0 unless it is late
     * @param first whether it is the one to begin with
     */
    record Task(
            String action,
            String code,
            String country,
            String title,
            @Nullable String titleLanguage,
            @Nullable LocalDate due,
            long daysLate,
            boolean soon,
            String href,
            boolean first) {}

    /** How many recommendations are where; {@code country} is null for all that the reader may see. */
    record Route(@Nullable String country, Map<String, Long> counts, long total, long done) {}

    @GetMapping("/work")
    @Needs(Permission.SELF_MANAGE)
    String work(Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        if (!policy.permitsSomewhere(actor, Permission.ITEM_READ_RELEASED)) {
            return "redirect:/";
        }
        var today = network.day(clock.instant());
        var items = inbox.of(actor);
        var tasks = new ArrayList<Task>();
        items.forEach(item -> tasks.add(task(item, today, locale, tasks.isEmpty())));
        model.addAttribute("sentence", sentence(tasks, locale));
        model.addAttribute("groups", groups(tasks));
        model.addAttribute("routes", routes(actor));
        return "workflow/work";
    }

    private static Task task(InboxItem item, LocalDate today, Locale locale, boolean first) {
        var row = item.recommendation();
        var due = item.due();
        var late = due == null ? 0 : Math.max(0, today.toEpochDay() - due.toEpochDay());
        return new Task(
                item.action(),
                row.code(),
                row.country(),
                row.titleIn(locale.getLanguage()),
                row.titles().containsKey(locale.getLanguage()) ? null : row.language(),
                due,
                late,
                due != null && late == 0 && !due.isAfter(today.plusDays(WEEK)),
                "/recommendations/" + row.code() + "/" + FORMS.getOrDefault(item.action(), ""),
                first);
    }

    private static List<Group> groups(List<Task> tasks) {
        var groups = new ArrayList<Group>();
        var byUrgency = tasks.stream().collect(Collectors.groupingBy(WorkController::urgency));
        for (var key : List.of("late", "week", "later")) {
            if (byUrgency.containsKey(key)) {
                groups.add(new Group(key, byUrgency.getOrDefault(key, List.of())));
            }
        }
        return groups;
    }

    private static String urgency(Task task) {
        if (task.daysLate() > 0) {
            return "late";
        }
        return task.soon() ? "week" : "later";
    }

    private String sentence(List<Task> tasks, Locale locale) {
        if (tasks.isEmpty()) {
            return text("work.nothing", locale);
        }
        var late = tasks.stream().filter(task -> task.daysLate() > 0).count();
        var next = tasks.stream().map(Task::due).filter(Objects::nonNull).findFirst();
        if (late > 0) {
            return text("work.sentence.late", locale, tasks.size(), late);
        }
        return next.map(due -> text("work.sentence.due", locale, tasks.size(), words(due, locale)))
                .orElseGet(() -> text("work.sentence.noDate", locale, tasks.size()));
    }

    private String words(LocalDate date, Locale locale) {
        return date.getDayOfMonth() + " " + text("month." + date.getMonthValue(), locale) + " " + date.getYear();
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** The reader's own countries, or everything that she may see where she has none. */
    private List<Route> routes(Actor actor) {
        var summary = queries.summary(actor);
        if (actor.countries().isEmpty()) {
            return List.of(route(null, summary.byState(), summary.total()));
        }
        return summary.countries().stream()
                .filter(row -> actor.isOf(row.country()))
                .map((Summary.OfCountry row) -> route(row.country().iso2(), row.byState(), row.total()))
                .toList();
    }

    private static Route route(@Nullable String country, Map<State, Long> byState, long total) {
        var counts = byState.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        var done = byState.getOrDefault(State.IMPLEMENTED, 0L) + byState.getOrDefault(State.EVALUATED, 0L);
        return new Route(country, counts, total, done);
    }
}
