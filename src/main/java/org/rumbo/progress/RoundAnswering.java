package org.rumbo.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.Seen;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a team's answers: a note, or that there is nothing new. What a member says is a draft, a note as well as that there is nothing
 * new: it answers nothing until a coordinator says so herself. Several answers are taken together or none is.
 */
@Service
@Transactional
public class RoundAnswering {
    private final UpdateRounds rounds;
    private final RoundAnswers answers;
    private final RoundItems items;
    private final ProgressReporting reporting;
    private final RecommendationLifecycle lifecycle;
    private final RecommendationEditing editing;
    private final RecommendationAccess access;
    private final RecommendationQueries queries;
    private final AccessPolicy policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoundAnswering(
            UpdateRounds rounds,
            RoundAnswers answers,
            RoundItems items,
            ProgressReporting reporting,
            RecommendationLifecycle lifecycle,
            RecommendationEditing editing,
            RecommendationAccess access,
            RecommendationQueries queries,
            AccessPolicy policy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.answers = answers;
        this.items = items;
        this.reporting = reporting;
        this.lifecycle = lifecycle;
        this.editing = editing;
        this.access = access;
        this.queries = queries;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    /** What was taken of an answer; the round learns of it once its row is locked, after all items'. */
    private record Taken(
            Seen item,
            AnswerCommand command,
            About about,
            @Nullable UUID note) {}

    public void answer(UUID id, Supplier<List<AnswerCommand>> typed, Actor actor) {
        policy.requireSomewhere(actor, Permission.PROGRESS_DRAFT);
        // The round itself is read once its row is locked: what is read before would be kept.
        if (rounds.statusOf(id).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND))
                != UpdateRound.Status.OPEN) {
            throw new DomainException(ProblemType.ROUND_CLOSED);
        }
        var taken = typed.get().stream()
                .sorted(Comparator.comparing(command -> command.item().value()))
                .map(command -> take(id, command, actor))
                .filter(Objects::nonNull)
                .toList();
        if (!taken.isEmpty()) {
            items.lock(id);
            var round = rounds.findById(id).orElseThrow();
            taken.forEach(answer -> record(round, answer, actor));
        }
    }

    private @Nullable Taken take(UUID round, AnswerCommand command, Actor actor) {
        var seen = access.see(command.item(), actor);
        access.require(actor, Permission.PROGRESS_DRAFT, seen);
        requireAsked(round, seen);
        if (command.nothingNew()) {
            var about = lifecycle.during(
                    command.item(), actor, locked -> access.require(actor, Permission.PROGRESS_DRAFT, locked));
            return new Taken(seen, command, about, null);
        }
        requireWhyLate(command, actor);
        var evidence = command.evidence();
        if (evidence != null) {
            editing.addEvidence(command.item(), () -> evidence, actor, Expected.ANY);
        }
        return reporting
                .reportInRound(command.item(), Objects.requireNonNull(command.note()), actor)
                .map(published -> new Taken(seen, command, published.about(), published.note()))
                .orElse(null);
    }

    private void requireAsked(UUID round, Seen seen) {
        if (!answers.existsByRoundIdAndRecommendationId(round, seen.id())) {
            throw DomainException.ruleNotMet("item", "item-of-this-round");
        }
    }

    /** What should be done by now and is not wants a word on why. */
    private void requireWhyLate(AnswerCommand command, Actor actor) {
        var row = queries.byCode(List.of(command.item().value()), actor)
                .get(command.item().value());
        if (row != null && row.overdue() && command.lateReason() == null) {
            throw DomainException.ruleNotMet("lateReason", "late-reason-required");
        }
    }

    private void record(UpdateRound round, Taken taken, Actor actor) {
        var at = clock.instant();
        var answer = answers.findByRoundIdAndRecommendationId(
                        round.id(), taken.item().id())
                .orElseThrow();
        round.requireAnswerable(answer.country());
        if (taken.note() == null && !access.permits(actor, Permission.PROGRESS_REPORT, taken.item())) {
            suggest(round, answer, taken.about(), actor, at);
            return;
        }
        Map<String, String> texts = new HashMap<>();
        if (taken.note() == null) {
            answer.nothingNew(actor.id(), at);
        } else {
            answer.note(taken.note(), taken.command().lateReason(), actor.id(), at);
            if (taken.command().lateReason() != null) {
                texts.put("late", taken.command().lateReason());
            }
        }
        answers.save(answer);
        events.publishEvent(new RoundEvent.ItemAnswered(
                taken.about(), round.key(), Objects.requireNonNull(answer.kind()), taken.note(), texts));
    }

    private void suggest(UpdateRound round, RoundAnswer answer, About about, Actor actor, Instant at) {
        if (answer.kind() != null) {
            return;
        }
        answer.suggestNothingNew(actor.id(), at);
        answers.save(answer);
        events.publishEvent(new RoundEvent.NothingNewSuggested(about, round.key()));
    }
}
