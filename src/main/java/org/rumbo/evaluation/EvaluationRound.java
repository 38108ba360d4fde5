package org.rumbo.evaluation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.Seen;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Violation;
import org.rumbo.team.Actor;
import org.rumbo.team.EarlierActs;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an implemented item through its evaluation: evaluators are assigned and rate, a director approves. */
@Service
@Transactional
public class EvaluationRound {
    private final Evaluations evaluations;
    private final RecommendationLifecycle lifecycle;
    private final RecommendationAccess access;
    private final OverallRating overallRating;
    private final EarlierActs earlierActs;
    private final People people;
    private final ApplicationEventPublisher events;

    EvaluationRound(
            Evaluations evaluations,
            RecommendationLifecycle lifecycle,
            RecommendationAccess access,
            OverallRating overallRating,
            EarlierActs earlierActs,
            People people,
            ApplicationEventPublisher events) {
        this.evaluations = evaluations;
        this.lifecycle = lifecycle;
        this.access = access;
        this.overallRating = overallRating;
        this.earlierActs = earlierActs;
        this.people = people;
        this.events = events;
    }

    /** Opens an evaluation with these evaluators, or replaces those of an open one who have not rated yet. */
    public void assign(RecommendationCode code, List<String> logins, Actor actor) {
        var about = lifecycle.openEvaluation(
                code, actor, seen -> access.require(actor, Permission.EVALUATORS_ASSIGN, seen));
        var open = open(about.recommendation());
        if (open != null && open.isComplete()) {
            throw new DomainException(ProblemType.RATINGS_COMPLETE);
        }
        var chosen = chosen(logins, open, about);
        var evaluation = open == null ? new Evaluation(about.recommendation(), actor.id(), about.at()) : open;
        evaluation.assign(chosen, about.at());
        evaluations.saveAndFlush(evaluation);
        events.publishEvent(new EvaluationEvent.EvaluatorsAssigned(
                about,
                open != null,
                Map.of(
                        "evaluation",
                        evaluation.id(),
                        "evaluators",
                        evaluation.assignments().size())));
    }

    /** Whoever did anything on the item before may not judge it; being named again in an open evaluation changes nothing. */
    private List<UUID> chosen(List<String> logins, @Nullable Evaluation open, About about) {
        if (logins.isEmpty()) {
            throw DomainException.ruleNotMet("evaluators", "evaluator-required");
        }
        var chosen = new ArrayList<UUID>();
        for (var login : logins) {
            var evaluator = people.byLogin(login)
                    .filter(known -> known.has(Role.EVALUATOR))
                    .orElseThrow(() -> DomainException.ruleNotMet("evaluators", "evaluator-known"));
            var named = open != null && open.assignment(evaluator.id()).isPresent();
            if (evaluator.isOf(about.country())
                    || (!named && earlierActs.exist(about.recommendation(), evaluator.persons(), Set.of(), null))) {
                throw new DomainException(ProblemType.EVALUATOR_INVOLVED, Map.of("evaluator", login));
            }
            chosen.add(evaluator.id());
        }
        return chosen;
    }

    /** An assigned evaluator gives her ratings; when all have, the evaluation waits for a director. */
    public void rate(RecommendationCode code, Supplier<RatingCommand> ratings, Actor actor) {
        var about = lifecycle.during(code, actor, seen -> access.require(actor, Permission.EVALUATION_RATE, seen));
        var evaluation = requireOpen(about.recommendation());
        if (evaluation.assignment(actor.id()).isEmpty()) {
            throw new DomainException(ProblemType.NOT_PERMITTED);
        }
        if (!evaluation.outstanding().contains(actor.id())) {
            throw new DomainException(ProblemType.RATINGS_COMPLETE);
        }
        if (actor.isOf(about.country())) {
            throw new DomainException(ProblemType.EVALUATOR_INVOLVED, Map.of("evaluator", actor.login()));
        }
        var command = ratings.get();
        requireWholeRating(command);
        evaluation.rate(actor.id(), command.ratings(), command.lessons(), about.at());
        evaluations.saveAndFlush(evaluation);
        events.publishEvent(
                new EvaluationEvent.RatingGiven(about, actor.id(), detail(evaluation, command), texts(command)));
    }

    private static void requireWholeRating(RatingCommand command) {
        var violations = new ArrayList<Violation>();
        var rated = EnumSet.noneOf(Criterion.class);
        for (var rating : command.ratings()) {
            var field = "ratings." + rating.criterion();
            if (!rated.add(rating.criterion())) {
                violations.add(new Violation(field, "no-duplicates"));
            }
            if (rating.narrative() == null) {
                violations.add(new Violation(field, "narrative-required"));
            }
            if (rating.score() == null && rating.criterion().isMandatory()) {
                violations.add(new Violation(field, "score-required"));
            }
            if (rating.score() != null && (rating.score() < 1 || rating.score() > 6)) {
                violations.add(new Violation(field, "score-1-to-6"));
            }
        }
        EnumSet.complementOf(rated)
                .forEach(missing -> violations.add(new Violation("ratings." + missing, "criterion-required")));
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
    }

    private static Map<String, Object> detail(Evaluation evaluation, RatingCommand command) {
        var detail = new HashMap<String, Object>();
        detail.put("evaluation", evaluation.id());
        for (var rating : command.ratings()) {
            if (rating.score() != null) {
                detail.put(key(rating.criterion()), rating.score());
            }
        }
        return detail;
    }

    private static Map<String, String> texts(RatingCommand command) {
        var texts = new HashMap<String, String>();
        for (var rating : command.ratings()) {
            if (rating.narrative() != null) {
                texts.put(key(rating.criterion()), rating.narrative());
            }
        }
        if (command.lessons() != null) {
            texts.put("lessons", command.lessons());
        }
        return texts;
    }

    private static String key(Criterion criterion) {
        return criterion.name().toLowerCase(Locale.ROOT);
    }

    /** A director approves the ratings, sends them back or cancels the evaluation; never one in which she rated. */
    public void conclude(
            RecommendationCode code, ApprovalOutcome outcome, Supplier<@Nullable String> reason, Actor actor) {
        var seen = access.see(code, actor);
        access.require(actor, Permission.EVALUATION_APPROVE, seen);
        switch (outcome) {
            case APPROVED -> approve(code, reason, actor);
            case RETURNED -> returnRatings(code, reason, actor);
            case CANCELLED -> cancel(code, reason, actor);
        }
    }

    private void approve(RecommendationCode code, Supplier<@Nullable String> words, Actor actor) {
        var before = lifecycle.during(code, actor, seen -> requireApprover(seen, actor));
        var evaluation = requireOpen(before.recommendation());
        evaluation.requireComplete();
        requireOtherPair(evaluation, actor);
        var reason = words.get();
        var scores = evaluation.scores();
        var overall = overallRating.of(scores.sum(), scores.count(), scores.worstDecisive());
        evaluation.approve(overall, actor.id(), reason, before.at());
        evaluations.saveAndFlush(evaluation);
        var about = lifecycle.evaluated(code, overall, actor, seen -> {});
        var detail = new HashMap<String, Object>();
        detail.put("evaluation", evaluation.id());
        detail.put("overall", overall);
        scores.medians().forEach((criterion, score) -> detail.put(key(criterion), score));
        events.publishEvent(new EvaluationEvent.EvaluationApproved(about, overall, detail, reasonText(reason)));
    }

    private void returnRatings(RecommendationCode code, Supplier<@Nullable String> words, Actor actor) {
        var about = lifecycle.during(code, actor, seen -> requireApprover(seen, actor));
        var evaluation = requireOpen(about.recommendation());
        evaluation.requireComplete();
        requireOtherPair(evaluation, actor);
        var reason = requireReason(words.get());
        evaluation.returnRatings(reason);
        evaluations.saveAndFlush(evaluation);
        events.publishEvent(new EvaluationEvent.EvaluationReturned(about, reasonText(reason)));
    }

    private void cancel(RecommendationCode code, Supplier<@Nullable String> words, Actor actor) {
        var about = lifecycle.endEvaluation(code, actor, seen -> {
            requireApprover(seen, actor);
            requireOtherPair(requireOpen(seen.id()), actor);
        });
        var evaluation = requireOpen(about.recommendation());
        var complete = evaluation.isComplete();
        var reason = requireReason(words.get());
        evaluation.cancel(actor.id(), reason, about.at());
        evaluations.saveAndFlush(evaluation);
        events.publishEvent(new EvaluationEvent.EvaluationCancelled(about, complete, reasonText(reason)));
    }

    private void requireApprover(Seen seen, Actor actor) {
        access.require(actor, Permission.EVALUATION_APPROVE, seen);
    }

    /** A rating counts as hers also where it was sent back and others rate in her place. */
    private void requireOtherPair(Evaluation evaluation, Actor actor) {
        var rated = Set.of("evaluation.rate");
        if (earlierActs.exist(evaluation.recommendationId(), actor.persons(), rated, evaluation.openedAt())) {
            throw new DomainException(ProblemType.OWN_RATING);
        }
    }

    private static String requireReason(@Nullable String reason) {
        if (reason == null) {
            throw DomainException.ruleNotMet("reason", "reason-required");
        }
        return reason;
    }

    private static Map<String, String> reasonText(@Nullable String reason) {
        return reason == null ? Map.of() : Map.of("reason", reason);
    }

    private @Nullable Evaluation open(UUID recommendation) {
        return evaluations
                .findByRecommendationIdAndStatus(recommendation, Evaluation.Status.OPEN)
                .orElse(null);
    }

    private Evaluation requireOpen(UUID recommendation) {
        var open = open(recommendation);
        if (open == null) {
            throw new DomainException(ProblemType.NO_OPEN_EVALUATION);
        }
        return open;
    }

    /** The evaluators of an open evaluation who still have to rate. */
    @Transactional(readOnly = true)
    public Set<UUID> outstanding(UUID recommendation) {
        var open = open(recommendation);
        return open == null ? Set.of() : open.outstanding();
    }

    /** What the ratings of an open evaluation come to so far. */
    @Transactional(readOnly = true)
    public Scores scores(UUID recommendation) {
        return requireOpen(recommendation).scores();
    }

    /** The item's evaluations that the reader may see, newest first; only approved ones where she may not read it in full. */
    @Transactional(readOnly = true)
    public List<EvaluationView> of(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        var full = seen.reading() == Reading.FULL;
        var shown = evaluations.findByRecommendationIdOrderByOpenedAtDesc(seen.id()).stream()
                .filter(evaluation -> full || evaluation.status() == Evaluation.Status.APPROVED)
                .toList();
        var names = full
                ? people
                        .byId(shown.stream()
                                .flatMap(evaluation -> evaluation.assignments().stream())
                                .map(Assignment::evaluator)
                                .collect(Collectors.toSet()))
                        .values()
                        .stream()
                        .collect(Collectors.toMap(person -> person.id(), person -> person.name()))
                : Map.<UUID, String>of();
        return shown.stream()
                .map(evaluation -> view(evaluation, names, full, actor))
                .toList();
    }

    /** While ratings are missing an evaluator sees her own alone, so that nobody rates after another. */
    private EvaluationView view(Evaluation evaluation, Map<UUID, String> names, boolean full, Actor actor) {
        var settled = evaluation.status() != Evaluation.Status.OPEN || evaluation.isComplete();
        var parts = evaluation.assignments().stream()
                .map(part -> {
                    var shown = settled || part.evaluator().equals(actor.id());
                    return new EvaluationView.Part(
                            names.get(part.evaluator()),
                            part.hasRated(),
                            shown ? part.ratings() : List.of(),
                            shown ? part.lessons() : null);
                })
                .toList();
        var scores = evaluation.scores();
        var overall = evaluation.overall() == null && evaluation.isComplete()
                ? Integer.valueOf(overallRating.of(scores.sum(), scores.count(), scores.worstDecisive()))
                : evaluation.overall();
        return new EvaluationView(
                evaluation.status().name(),
                evaluation.openedAt(),
                evaluation.closedAt(),
                settled ? new LinkedHashMap<>(scores.medians()) : Map.of(),
                overall,
                full ? evaluation.reason() : null,
                parts);
    }
}
