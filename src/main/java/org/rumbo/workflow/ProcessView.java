package org.rumbo.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Seen;
import org.rumbo.recommendation.WalkedPath;
import org.rumbo.shared.DayInWords;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows where an item stands in its process models. Its team, directors and auditors see every step; all others see the model of
 * its life standing at the item's state, with the moves that were confirmed.
 */
@Service
@Transactional(readOnly = true)
public class ProcessView {
    private final RecommendationAccess access;
    private final WalkedPath walked;
    private final ProcessPositions positions;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Network network;
    private final MessageSource messages;

    ProcessView(
            RecommendationAccess access,
            WalkedPath walked,
            ProcessPositions positions,
            RuntimeService runtime,
            RepositoryService repository,
            Network network,
            MessageSource messages) {
        this.access = access;
        this.walked = walked;
        this.positions = positions;
        this.runtime = runtime;
        this.repository = repository;
        this.network = network;
        this.messages = messages;
    }

    /** Everything that is read once for one reader. */
    private record Read(
            Seen seen,
            boolean full,
            List<WalkedPath.Step> steps,
            List<String> current,
            Map<String, Instant> deadlines) {}

    public ProcessStanding of(RecommendationCode code, Actor actor) {
        return standing(read(code, actor));
    }

    /** The model of its life and, while a claim or an evaluation is open, the model of that, in the reader's language. */
    public List<ProcessStanding.Drawing> drawings(RecommendationCode code, Actor actor, Locale locale) {
        return drawings(read(code, actor), locale);
    }

    /** Where it stands, drawn and as a table. */
    public ProcessStanding.Whole whole(RecommendationCode code, Actor actor, Locale locale) {
        var read = read(code, actor);
        var standing = standing(read);
        var names = read.full()
                ? walked.names(read.steps().stream()
                        .map(WalkedPath.Step::by)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                : Map.<String, String>of();
        var rows = read.full()
                ? WalkedTable.everyStep(read.steps(), standing, read.deadlines(), names)
                : WalkedTable.life(standing);
        return new ProcessStanding.Whole(standing, drawings(read, locale), rows);
    }

    private ProcessStanding standing(Read read) {
        var life = repository.getProcessDefinition(definitionOf(read.seen().code(), LifecycleModel.PROCESS));
        var version = Objects.requireNonNullElse(life.getVersionTag(), String.valueOf(life.getVersion()));
        return new ProcessStanding(
                LifecycleModel.PROCESS,
                version,
                read.current(),
                read.steps().stream().map(step -> told(step, read.full())).toList());
    }

    private List<ProcessStanding.Drawing> drawings(Read read, Locale locale) {
        var drawings = new ArrayList<ProcessStanding.Drawing>();
        drawings.add(draw(read, LifecycleModel.PROCESS, List.of(WalkedStops.ofLife(read.steps())), locale));
        if (read.full()) {
            var current = read.current();
            if (current.contains(LifecycleModel.claimCallOf(read.seen().state().name()))) {
                drawings.add(draw(read, ClaimModel.PROCESS, WalkedStops.ofOpenClaim(read.steps()), locale));
            } else if (current.contains(LifecycleModel.CALL_EVALUATION)) {
                var stops = WalkedStops.ofOpenEvaluation(read.steps(), current.contains(EvaluationModel.TASK_APPROVE));
                drawings.add(draw(read, EvaluationModel.PROCESS, stops, locale));
            }
        }
        return drawings;
    }

    private Read read(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        access.require(actor, Permission.PROCESS_READ, seen);
        var full = seen.reading() == Reading.FULL;
        return new Read(
                seen,
                full,
                walked.of(seen.id(), !full),
                full
                        ? positions.of(code.value())
                        : List.of(LifecycleModel.receiveTaskOf(seen.state().name())),
                full ? positions.deadlines(code.value()) : Map.of());
    }

    /** Who does not read the item in full learns of no step inside a claim, only that the life's own step was passed. */
    private static ProcessStanding.Step told(WalkedPath.Step step, boolean full) {
        var activity = step.activity();
        if (!full && activity.equals(ClaimModel.TASK_REVIEW)) {
            activity = LifecycleModel.claimCallOf(step.from().name());
        } else if (!full && activity.equals(EvaluationModel.TASK_APPROVE)) {
            activity = LifecycleModel.CALL_EVALUATION;
        }
        return new ProcessStanding.Step(
                ProcessStanding.modelOf(activity), activity, step.at(), step.action(), step.from(), step.to());
    }

    private ProcessStanding.Drawing draw(Read read, String process, List<List<String>> trails, Locale locale) {
        var code = read.seen().code();
        var model = repository.getBpmnModelInstance(definitionOf(code, process));
        var paths = new ModelPaths(model);
        var done = new LinkedHashSet<String>();
        trails.forEach(stops -> done.addAll(paths.through(stops)));
        var shown = new LinkedHashSet<>(ProcessPicture.elementsOf(model));
        var now = new LinkedHashSet<>(read.current());
        now.retainAll(shown);
        var dates = new HashMap<String, String>();
        read.deadlines().forEach((timer, due) -> {
            if (timer.startsWith("Timer_")) {
                dates.put(timer, date(due, locale));
            }
        });
        var walk = new ProcessPicture.Walk(done, Set.copyOf(now), text("process.nowHere", locale), dates, Map.of());
        var title = text("process." + process, locale) + " " + code.value();
        return new ProcessStanding.Drawing(
                process, ProcessPicture.draw(model, title, id -> text("process." + process + "." + id, locale), walk));
    }

    private String date(Instant at, Locale locale) {
        return DayInWords.of(network.day(at), messages, locale);
    }

    /** The version at which the item's own instance runs; the newest one where none runs, which only a broken start leaves. */
    private String definitionOf(RecommendationCode code, String process) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(code.value())
                .processDefinitionKey(process)
                .list();
        return instance.isEmpty() ? newest(process) : instance.get(0).getProcessDefinitionId();
    }

    private String newest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, "", locale), "");
    }
}
