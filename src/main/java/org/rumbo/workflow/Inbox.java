package org.rumbo.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.RoundReading;
import org.rumbo.progress.RoundView;
import org.rumbo.progress.SubmissionState;
import org.rumbo.recommendation.Agenda;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.source.ImportReading;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for somebody: the engine's tasks that she may take, and the next steps of her teams' items. */
@Service
@Transactional(readOnly = true)
public class Inbox implements Agenda {
    private static final int MOST = 200;
    private static final Set<String> ROUND_TASKS = Set.of(RoundModel.TASK_SUBMIT, RoundModel.TASK_REVIEW);
    private static final Map<String, String> ACTIONS = Map.of(
            ClaimModel.TASK_REVIEW, "REVIEW_CLAIM",
            ClaimModel.TASK_COMPLETE, "COMPLETE_CLAIM",
            EvaluationModel.TASK_RATE, "RATE",
            EvaluationModel.TASK_APPROVE, "APPROVE_EVALUATION");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RecommendationQueries queries;
    private final RoundReading rounds;
    private final ImportReading imports;
    private final AccessPolicy policy;
    private final Network network;
    private final Clock clock;

    Inbox(
            TaskService tasks,
            RuntimeService runtime,
            RecommendationQueries queries,
            RoundReading rounds,
            ImportReading imports,
            AccessPolicy policy,
            Network network,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.queries = queries;
        this.rounds = rounds;
        this.imports = imports;
        this.policy = policy;
        this.network = network;
        this.clock = clock;
    }

    /** What waits for somebody: with recommendations, in update rounds, and in papers that are imported. */
    public record Waiting(List<InboxItem> items, List<RoundTask> rounds, List<ImportReading.Waiting> imports) {}

    /** At most 200 things to do, what is due first on top. */
    public Waiting of(Actor actor) {
        var today = network.day(clock.instant());
        var open = open(actor);
        var codes = codes(open);
        var inbox = new ArrayList<>(ofEngine(open, codes, actor, today));
        for (var row : queries.waitingFor(actor, MOST)) {
            inbox.add(new InboxItem(
                    "next:" + row.code(),
                    row,
                    row.targetDate(),
                    row.overdue(),
                    row.nextStep().name()));
        }
        inbox.sort(Comparator.comparing(InboxItem::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(item -> item.recommendation().code()));
        return new Waiting(inbox, ofRounds(open, codes, actor, today), ofImports(open, codes, actor));
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        return of(actor).items().stream()
                .map(item -> new Entry(item.recommendation(), item.due(), item.overdue(), item.action()))
                .toList();
    }

    /** The engine says in which rounds something waits for somebody, the rounds with which team. */
    private List<RoundTask> ofRounds(List<Task> open, Map<String, String> codes, Actor actor, LocalDate today) {
        var keys = open.stream()
                .filter(task -> ROUND_TASKS.contains(task.getTaskDefinitionKey()))
                .map(task -> codes.getOrDefault(task.getProcessInstanceId(), ""))
                .collect(Collectors.toSet());
        var found = new ArrayList<RoundTask>();
        for (var round : rounds.withKeys(keys, actor)) {
            for (var part : round.teams()) {
                if (part.state().waitsForTeam()
                        && policy.permits(
                                actor,
                                Permission.ROUND_SUBMIT,
                                AccessTarget.country(new CountryCode(part.country())))) {
                    found.add(task(round, part, round.due(), today, "SUBMIT_ROUND"));
                } else if (part.state() == SubmissionState.SUBMITTED
                        && policy.permits(actor, Permission.ROUND_ACCEPT, AccessTarget.NETWORK)) {
                    found.add(task(round, part, round.cutOff(), today, "REVIEW_ROUND"));
                }
            }
        }
        return found;
    }

    private List<ImportReading.Waiting> ofImports(List<Task> open, Map<String, String> keys, Actor actor) {
        return imports.waiting(
                open.stream()
                        .filter(task -> task.getTaskDefinitionKey().equals(ImportModel.TASK_REVIEW))
                        .map(task -> UUID.fromString(keys.getOrDefault(task.getProcessInstanceId(), "")))
                        .toList(),
                actor);
    }

    private static RoundTask task(RoundView round, RoundView.Part part, LocalDate due, LocalDate today, String action) {
        return new RoundTask(
                "round:" + round.key() + ":" + part.country(),
                round.id(),
                round.key(),
                round.title(),
                part.country(),
                due,
                due.isBefore(today),
                action,
                part.asked(),
                part.answered());
    }

    private List<Task> open(Actor actor) {
        var open = new ArrayList<Task>();
        var groups = Groups.of(actor);
        if (!groups.isEmpty()) {
            open.addAll(tasks.createTaskQuery()
                    .taskCandidateGroupIn(groups)
                    .orderByTaskCreateTime()
                    .asc()
                    .listPage(0, MOST));
        }
        open.addAll(tasks.createTaskQuery().taskAssignee(actor.id().toString()).listPage(0, MOST));
        return open;
    }

    private List<InboxItem> ofEngine(List<Task> open, Map<String, String> codes, Actor actor, LocalDate today) {
        var rows = queries.byCode(new HashSet<>(codes.values()), actor);
        return open.stream()
                .map(task -> item(task, rows.get(codes.getOrDefault(task.getProcessInstanceId(), "")), today))
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<String, String> codes(List<Task> open) {
        if (open.isEmpty()) {
            return new HashMap<>();
        }
        var instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).listPage(0, 2 * MOST).stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private @Nullable InboxItem item(Task task, @Nullable RecommendationRow row, LocalDate today) {
        if (row == null) {
            return null;
        }
        var due = due(task, row);
        return new InboxItem(
                task.getId(),
                row,
                due,
                due != null && due.isBefore(today),
                ACTIONS.getOrDefault(task.getTaskDefinitionKey(), task.getTaskDefinitionKey()));
    }

    /** The task's own date; without one, the item's, which says nothing any more once it is implemented. */
    private @Nullable LocalDate due(Task task, RecommendationRow row) {
        if (task.getDueDate() != null) {
            return network.day(task.getDueDate().toInstant());
        }
        return row.state().isReached() || row.state() == State.CLOSED ? null : row.targetDate();
    }
}
