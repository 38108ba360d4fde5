package org.rumbo.workflow.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.rumbo.workflow.Inbox;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller, over REST. */
@RestController
class InboxApi {
    private final Inbox inbox;
    private final AccessPolicy policy;
    private final MessageSource messages;

    InboxApi(Inbox inbox, AccessPolicy policy, MessageSource messages) {
        this.inbox = inbox;
        this.policy = policy;
        this.messages = messages;
    }

    record Tasks(List<Task> items) {}

    /** @param code of the recommendation, or the key of the update round or of the paper */
    record Task(
            String id, String code, String name, @Nullable LocalDate due, boolean overdue, String action) {}

    @GetMapping("/api/v1/tasks")
    @Needs(Permission.SELF_MANAGE)
    Tasks tasks(Actor actor, Locale locale) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var waiting = inbox.of(actor);
        var tasks = new ArrayList<>(waiting.items().stream()
                .map(item -> new Task(
                        item.id(),
                        item.recommendation().code(),
                        messages.getMessage("task." + item.action(), null, locale),
                        item.due(),
                        item.overdue(),
                        item.action()))
                .toList());
        waiting.rounds()
                .forEach(task -> tasks.add(new Task(
                        task.id(),
                        task.key(),
                        messages.getMessage("task." + task.action(), null, locale),
                        task.due(),
                        task.overdue(),
                        task.action())));
        waiting.imports()
                .forEach(task -> tasks.add(new Task(
                        "import:" + task.id(),
                        task.paper(),
                        messages.getMessage("task.REVIEW_PASSAGES", null, locale),
                        null,
                        false,
                        "REVIEW_PASSAGES")));
        tasks.sort(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Task::code));
        return new Tasks(tasks);
    }
}
