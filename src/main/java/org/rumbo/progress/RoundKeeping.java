package org.rumbo.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Violation;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps update rounds moving: opened, submitted, accepted or returned, closed. Where items are told something their rows are locked
 * first, in the order of their codes, and the round's row after them.
 */
@Service
@Transactional
public class RoundKeeping {
    private static final Set<State> ASKED = Set.of(State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED);

    private final UpdateRounds rounds;
    private final RoundAnswers answers;
    private final RoundItems items;
    private final RoundActs steps;
    private final RecommendationLifecycle lifecycle;
    private final AccessPolicy policy;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoundKeeping(
            UpdateRounds rounds,
            RoundAnswers answers,
            RoundItems items,
            RoundActs steps,
            RecommendationLifecycle lifecycle,
            AccessPolicy policy,
            Network network,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.answers = answers;
        this.items = items;
        this.steps = steps;
        this.lifecycle = lifecycle;
        this.policy = policy;
        this.network = network;
        this.events = events;
        this.clock = clock;
    }

    /** A director opens a round; never two at once, for a team would be asked the same things twice. */
    public UUID open(Supplier<RoundCommand> typed, Actor actor) {
        policy.require(actor, Permission.ROUND_OPEN, AccessTarget.NETWORK);
        if (rounds.existsByStatus(UpdateRound.Status.OPEN)) {
            throw new DomainException(ProblemType.ROUND_OPEN);
        }
        var command = typed.get();
        requireDays(command);
        return open(items.nextKey(command.cutOff().getYear()), command, actor.id());
    }

    private void requireDays(RoundCommand command) {
        var violations = new ArrayList<Violation>();
        if (command.cutOff().isBefore(network.day(clock.instant()))) {
            violations.add(new Violation("cutOff", "cut-off-not-over"));
        }
        if (command.due().isAfter(command.cutOff())) {
            violations.add(new Violation("due", "due-until-cut-off"));
        }
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
    }

    /** A director gives an open round other days and says why; neither may lie behind. */
    public void move(UUID id, Supplier<RoundMove> typed, Actor actor) {
        policy.require(actor, Permission.ROUND_OPEN, AccessTarget.NETWORK);
        var round = lock(id);
        round.requireOpen();
        var move = typed.get();
        var wasDue = round.due();
        var wasCutOff = round.cutOff();
        var due = move.due() == null ? wasDue : move.due();
        var cutOff = move.cutOff() == null ? wasCutOff : move.cutOff();
        var reason = requireMovable(due, cutOff, wasDue, wasCutOff, move.reason());
        round.move(due, cutOff, reason, clock.instant());
        rounds.saveAndFlush(round);
        events.publishEvent(new RoundEvent.RoundMoved(
                id, round.key(), actor.id(), wasDue, wasCutOff, due, cutOff, Map.of("reason", reason)));
    }

    /** A day that stays may be over already; gives the reason back. */
    private String requireMovable(
            LocalDate due, LocalDate cutOff, LocalDate wasDue, LocalDate wasCutOff, @Nullable String reason) {
        var today = network.day(clock.instant());
        var violations = new ArrayList<Violation>();
        if (due.equals(wasDue) && cutOff.equals(wasCutOff)) {
            violations.add(new Violation("due", "other-days"));
        }
        if (!due.equals(wasDue) && due.isBefore(today)) {
            violations.add(new Violation("due", "due-not-over"));
        }
        if (due.isAfter(cutOff)) {
            violations.add(new Violation("due", "due-until-cut-off"));
        }
        if (cutOff.isBefore(today)) {
            violations.add(new Violation("cutOff", "cut-off-not-over"));
        }
        if (reason == null) {
            violations.add(new Violation("reason", "reason-required"));
        }
        if (reason == null || !violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
        return reason;
    }

    /** The calendar opens its round, once, whichever node comes first; not while another is open. */
    boolean openByCalendar(String key, RoundCommand command) {
        if (rounds.existsByRoundKey(key)
                || rounds.existsByStatus(UpdateRound.Status.OPEN)
                || items.teams().isEmpty()) {
            return false;
        }
        open(key, command, null);
        return true;
    }

    private UUID open(String key, RoundCommand command, @Nullable UUID actor) {
        var teams = items.teams();
        if (teams.isEmpty()) {
            throw DomainException.ruleNotMet("cutOff", "no-open-items");
        }
        var round = rounds.saveAndFlush(new UpdateRound(key, command, teams, actor, clock.instant()));
        var asked = items.inStates(ASKED);
        asked.forEach(item -> answers.save(new RoundAnswer(round.id(), item.id(), item.country())));
        events.publishEvent(new RoundEvent.RoundOpened(
                round.id(), key, actor, command.due(), command.cutOff(), teams.size(), asked.size()));
        return round.id();
    }

    /** A coordinator hands in her team's part: refused with a list while an item is unanswered. */
    public void submit(UUID id, CountryCode country, Actor actor) {
        policy.require(actor, Permission.ROUND_SUBMIT, AccessTarget.country(country));
        var round = lock(id);
        round.requireAnswerable(country);
        var at = clock.instant();
        settle(round, country, at);
        requireAnswers(round, country);
        round.submit(country, at);
        rounds.saveAndFlush(round);
        steps.record(round.id(), country, RoundActs.SUBMIT, actor, at);
        events.publishEvent(new RoundEvent.RoundSubmitted(round.id(), round.key(), actor.id(), country));
    }

    /** What was decided while the round ran asks for no answer any more. */
    private void settle(UpdateRound round, CountryCode country, Instant at) {
        var states = items.of(round.id());
        for (var answer : answers.findByRoundIdAndCountry(round.id(), country)) {
            var item = states.get(answer.recommendationId());
            if (answer.kind() == null && item != null && !ASKED.contains(item.state())) {
                answer.movedOn(at);
                answers.save(answer);
            }
        }
    }

    private void requireAnswers(UpdateRound round, CountryCode country) {
        var asked = items.of(round.id());
        var missing = answers.findByRoundIdAndCountry(round.id(), country).stream()
                .filter(answer -> answer.kind() == null)
                .map(answer -> java.util.Objects.requireNonNull(asked.get(answer.recommendationId()))
                        .code()
                        .value())
                .sorted()
                .map(code -> new Violation(code, "answer-required"))
                .toList();
        if (!missing.isEmpty()) {
            throw DomainException.rulesNotMet(missing);
        }
    }

    /** A director accepts a team's part; never one that she submitted. The last one to be accepted closes the round. */
    public void accept(UUID id, CountryCode country, Actor actor) {
        var round = decidable(id, country, actor);
        var at = clock.instant();
        var complete = round.accept(country, actor.id(), at);
        rounds.saveAndFlush(round);
        steps.record(round.id(), country, RoundActs.ACCEPT, actor, at);
        events.publishEvent(new RoundEvent.RoundAccepted(round.id(), round.key(), actor.id(), country));
        if (complete) {
            events.publishEvent(new RoundEvent.RoundClosed(round.id(), round.key(), actor.id(), true, 0));
        }
    }

    /** A director sends a team's part back and says what is missing. */
    public void giveBack(UUID id, CountryCode country, Supplier<@Nullable String> typed, Actor actor) {
        var round = decidable(id, country, actor);
        var reason = typed.get();
        if (reason == null) {
            throw DomainException.ruleNotMet("reason", "reason-required");
        }
        var at = clock.instant();
        round.giveBack(country, reason, at);
        rounds.saveAndFlush(round);
        steps.record(round.id(), country, RoundActs.RETURN, actor, at);
        events.publishEvent(
                new RoundEvent.RoundReturned(round.id(), round.key(), actor.id(), country, Map.of("reason", reason)));
    }

    private UpdateRound decidable(UUID id, CountryCode country, Actor actor) {
        policy.require(actor, Permission.ROUND_ACCEPT, AccessTarget.NETWORK);
        var round = lock(id);
        round.requireDecidable(country);
        if (steps.submittedByAnyOf(round.id(), country, actor.persons())) {
            throw new DomainException(ProblemType.OWN_SUBMISSION, Map.of("country", country.iso2()));
        }
        return round;
    }

    /** A director closes a round before its cut-off: what is open then stays without an answer. */
    public void close(UUID id, Actor actor) {
        policy.require(actor, Permission.ROUND_CLOSE, AccessTarget.NETWORK);
        if (rounds.statusOf(id).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND))
                != UpdateRound.Status.OPEN) {
            throw new DomainException(ProblemType.ROUND_CLOSED);
        }
        closeFor(id, actor.id());
    }

    /** The cut-off has come; called by a timer. */
    public void closeAtCutOff(String key) {
        rounds.openWithKey(key).ifPresent(round -> closeFor(round, null));
    }

    private void closeFor(UUID id, @Nullable UUID actor) {
        var locked = new HashMap<UUID, About>();
        for (var code : unanswered(id)) {
            var about = lifecycle.lockedFor(code, actor);
            locked.put(about.recommendation(), about);
        }
        var round = lock(id);
        round.requireOpen();
        var at = clock.instant();
        var missed = new ArrayList<About>();
        for (var submission : round.submissions()) {
            settle(round, submission.country(), at);
            for (var answer : answers.findByRoundIdAndCountry(id, submission.country())) {
                var about = locked.get(answer.recommendationId());
                if (answer.kind() == null && about != null) {
                    answer.missed(at);
                    answers.save(answer);
                    missed.add(about);
                }
            }
        }
        round.close(actor, at);
        rounds.saveAndFlush(round);
        missed.forEach(about -> events.publishEvent(
                new RoundEvent.ItemAnswered(about, round.key(), AnswerKind.NO_ANSWER, null, Map.of())));
        events.publishEvent(new RoundEvent.RoundClosed(id, round.key(), actor, false, missed.size()));
    }

    private List<RecommendationCode> unanswered(UUID id) {
        return items.of(id).values().stream()
                .filter(item -> !item.answered() && ASKED.contains(item.state()))
                .map(RoundItems.Item::code)
                .sorted(java.util.Comparator.comparing(RecommendationCode::value))
                .toList();
    }

    private UpdateRound lock(UUID id) {
        if (!items.lock(id)) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        return rounds.findById(id).orElseThrow();
    }
}
