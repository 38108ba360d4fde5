package org.rumbo.workflow.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.workflow.InboxItem;

/** The steps that wait for a reader, as lines of her page: grouped by urgency, the first one to begin with. */
final class WorkTasks {
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

    private WorkTasks() {}

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

    /** @param begin whether one is to begin with one of these, because nothing else waits */
    static List<Task> of(List<InboxItem> items, LocalDate today, Locale locale, boolean begin) {
        var tasks = new ArrayList<Task>();
        items.forEach(item -> tasks.add(task(item, today, locale, begin && tasks.isEmpty())));
        return tasks;
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
                foreign(row, locale),
                due,
                late,
                due != null && late == 0 && !due.isAfter(today.plusDays(WEEK)),
                "/recommendations/" + row.code() + "/" + FORMS.getOrDefault(item.action(), ""),
                first);
    }

    /** In which language a title stands where there is none in the reader's. */
    static @Nullable String foreign(RecommendationRow row, Locale locale) {
        return row.titles().containsKey(locale.getLanguage()) ? null : row.language();
    }

    static List<Group> groups(List<Task> tasks) {
        var groups = new ArrayList<Group>();
        var byUrgency = tasks.stream().collect(Collectors.groupingBy(WorkTasks::urgency));
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
}
