package org.rumbo.workflow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.RoundReading;
import org.rumbo.progress.RoundView;
import org.rumbo.progress.SubmissionState;
import org.rumbo.shared.DayInWords;
import org.rumbo.team.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows where the teams of an open update round stand in its process. Everybody learns of the teams that she reads in the round
 * itself, and of no other: the numbers are of these alone.
 */
@Service
@Transactional(readOnly = true)
public class RoundProcess {
    private static final String ACCEPTED = "EndEvent_UpdateAccepted";

    private final RoundReading rounds;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final MessageSource messages;

    RoundProcess(RoundReading rounds, RuntimeService runtime, RepositoryService repository, MessageSource messages) {
        this.rounds = rounds;
        this.runtime = runtime;
        this.repository = repository;
        this.messages = messages;
    }

    /**
     * A step with the teams that stand at it.
     *
     * @param name the message key of its name
     * @param late how many of them should have left it by now
     * @param until when it should be left; null for what is done
     */
    public record Step(
            String name,
            List<String> teams,
            long late,
            @Nullable LocalDate until) {}

    /**
     * @param svg a complete SVG document without scripts and styles; null where the round is closed, for nothing runs then
     */
    public record Whole(RoundView round, @Nullable String svg, List<Step> steps) {}

    public Whole of(UUID id, Actor actor, Locale locale) {
        var round = rounds.read(id, actor);
        if (!round.open()) {
            return new Whole(round, null, List.of());
        }
        var steps = List.of(
                step(round, RoundModel.TASK_SUBMIT, round.due(), SubmissionState.AWAITED, SubmissionState.RETURNED),
                step(round, RoundModel.TASK_REVIEW, round.cutOff(), SubmissionState.SUBMITTED),
                step(round, ACCEPTED, null, SubmissionState.ACCEPTED));
        return new Whole(round, draw(round, steps, locale), steps);
    }

    private static Step step(RoundView round, String activity, @Nullable LocalDate until, SubmissionState... states) {
        var there = round.teams().stream()
                .filter(part -> Set.of(states).contains(part.state()))
                .toList();
        return new Step(
                nameOf(activity),
                there.stream().map(RoundView.Part::country).toList(),
                there.stream().filter(part -> part.lateSince() != null).count(),
                until);
    }

    private String draw(RoundView round, List<Step> steps, Locale locale) {
        var counts = new HashMap<String, ProcessPicture.Count>();
        for (var step : steps) {
            if (!step.teams().isEmpty()) {
                counts.put(
                        step.name().substring(nameOf("").length()),
                        new ProcessPicture.Count(step.teams().size(), step.late()));
            }
        }
        var dates = Map.of(RoundModel.TIMER_CUT_OFF, DayInWords.of(round.cutOff(), messages, locale));
        var walk = new ProcessPicture.Walk(Set.of(), Set.of(), "", dates, counts);
        return ProcessPicture.draw(
                repository.getBpmnModelInstance(definition(round.key())),
                text("process." + RoundModel.PROCESS, locale) + " " + round.title(),
                id -> text(nameOf(id), locale),
                walk);
    }

    private static String nameOf(String activity) {
        return "process." + RoundModel.PROCESS + "." + activity;
    }

    /** The version at which the round's own instance runs. */
    private String definition(String key) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key, RoundModel.PROCESS)
                .singleResult();
        if (instance == null) {
            throw new WorkflowOutOfStep(key, RoundModel.PROCESS);
        }
        return instance.getProcessDefinitionId();
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, "", locale), "");
    }
}
