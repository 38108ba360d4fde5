package org.rumbo.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a country team plans to do for an item: who does what by when, and what became of it. It moves nothing. */
@Service
@Transactional
public class ActionPlan {
    private static final int MOST = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final TeamActions actions;
    private final RecommendationLifecycle lifecycle;
    private final RecommendationAccess access;
    private final People people;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActionPlan(
            TeamActions actions,
            RecommendationLifecycle lifecycle,
            RecommendationAccess access,
            People people,
            Network network,
            ApplicationEventPublisher events,
            Clock clock) {
        this.actions = actions;
        this.lifecycle = lifecycle;
        this.access = access;
        this.people = people;
        this.network = network;
        this.events = events;
        this.clock = clock;
    }

    public UUID add(RecommendationCode code, Supplier<TeamActionCommand> asked, Actor actor) {
        var about = during(code, actor);
        var command = asked.get();
        if (actions.countByRecommendationId(about.recommendation()) >= MOST) {
            throw DomainException.ruleNotMet("text", "at-most-100-actions");
        }
        var action = new TeamAction(about.recommendation(), wish(command, null, about), actor.id(), about.at());
        actions.saveAndFlush(action);
        var added = action.added();
        events.publishEvent(
                new TeamActionEvent.ActionAdded(about, added.detail(), added.texts(), action.ownerId(), action.due()));
        return action.id();
    }

    public void change(RecommendationCode code, UUID id, Supplier<TeamActionCommand> asked, Actor actor) {
        var about = during(code, actor);
        var action = find(id, about);
        var command = asked.get();
        requireVersion(action, command.version());
        var before = action.ownerId();
        var change = action.change(wish(command, action, about), command.reason());
        if (!change.isNone()) {
            actions.saveAndFlush(action);
            events.publishEvent(new TeamActionEvent.ActionChanged(
                    about,
                    change.detail(),
                    change.texts(),
                    action.ownerId().equals(before) ? null : action.ownerId(),
                    action.due()));
        }
    }

    /** @param on asked for once it is known that the actor may say so */
    public void done(RecommendationCode code, UUID id, Supplier<LocalDate> on, Actor actor) {
        var about = during(code, actor);
        var action = find(id, about);
        var day = on.get();
        requireYear("doneOn", day);
        var done = action.done(day, network.day(about.at()));
        actions.saveAndFlush(action);
        events.publishEvent(new TeamActionEvent.ActionDone(about, done.detail(), done.texts()));
    }

    public void cancel(RecommendationCode code, UUID id, Supplier<String> reason, Actor actor) {
        var about = during(code, actor);
        var action = find(id, about);
        var cancelled = action.cancel(reason.get(), about.at());
        actions.saveAndFlush(action);
        events.publishEvent(new TeamActionEvent.ActionCancelled(about, cancelled.detail(), cancelled.texts()));
    }

    private About during(RecommendationCode code, Actor actor) {
        return lifecycle.during(code, actor, seen -> access.require(actor, Permission.ACTION_EDIT, seen));
    }

    private TeamAction find(UUID id, About about) {
        return actions.findByIdAndRecommendationId(id, about.recommendation())
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private static void requireVersion(TeamAction action, @Nullable Integer expected) {
        if (expected != null && expected != action.version()) {
            throw new DomainException(ProblemType.VERSION_MISMATCH, Map.of("current", action.version()));
        }
    }

    /** What it is to be: as asked, and as it is where nothing is asked. */
    private TeamAction.Wish wish(TeamActionCommand command, @Nullable TeamAction now, About about) {
        var text = command.text() != null ? command.text() : now == null ? null : now.text();
        var owner = command.owner() != null ? command.owner() : now == null ? null : now.ownerId();
        var due = command.due() != null ? command.due() : now == null ? null : now.due();
        var visibility =
                command.visibility() != null ? command.visibility() : now == null ? Visibility.TEAM : now.visibility();
        if (text == null) {
            throw DomainException.ruleNotMet("text", "text-required");
        }
        if (owner == null || (!isOfTeam(owner, about.country()) && (now == null || !owner.equals(now.ownerId())))) {
            throw DomainException.ruleNotMet("owner", "owner-of-the-team");
        }
        if (due == null) {
            throw DomainException.ruleNotMet("due", "date-required");
        }
        requireYear("due", due);
        if (visibility.needsRelease()) {
            throw DomainException.ruleNotMet("visibility", "action-within-the-network");
        }
        return new TeamAction.Wish(text, visibility, owner, due);
    }

    /** Beyond these years a day is a slip of the pen, and databases cannot keep every one. */
    private static void requireYear(String field, LocalDate day) {
        var year = day.getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw DomainException.ruleNotMet(field, "year-of-four-digits");
        }
    }

    private boolean isOfTeam(UUID person, CountryCode country) {
        return team(country).stream().anyMatch(member -> member.id().equals(person));
    }

    /** Who may own an action of a team: everybody who belongs to it herself, by name. */
    @Transactional(readOnly = true)
    public List<Person> team(CountryCode country) {
        return people.all().stream()
                .filter(person -> person.herself().isOf(country))
                .map(person -> new Person(person.id(), person.login(), person.name()))
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::login))
                .toList();
    }

    /** The actions that the reader may see, open ones first, what is due first on top; readers from outside see none. */
    @Transactional(readOnly = true)
    public List<TeamActionView> actions(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        var today = network.day(clock.instant());
        var shown = actions.findByRecommendationIdOrderByAddedAt(seen.id()).stream()
                .filter(action -> shows(seen, action.visibility()))
                .toList();
        var owners = new HashSet<UUID>();
        shown.forEach(action -> owners.add(action.ownerId()));
        var known = people.byId(owners);
        return shown.stream()
                .map(action -> view(action, known, isPressing(seen.state()) && action.late(today)))
                .sorted(Comparator.comparing((TeamActionView action) -> !action.open())
                        .thenComparing(TeamActionView::due))
                .toList();
    }

    /** The same of many items at once, oldest first, by the item's id. */
    @Transactional(readOnly = true)
    public Map<UUID, List<TeamActionView>> actionsOf(Collection<Seen> items) {
        var byId = items.stream().collect(Collectors.toMap(Seen::id, seen -> seen));
        if (byId.isEmpty()) {
            return Map.of();
        }
        var today = network.day(clock.instant());
        var shown = actions.findByRecommendationIdInOrderByAddedAt(byId.keySet()).stream()
                .filter(action ->
                        shows(Objects.requireNonNull(byId.get(action.recommendationId())), action.visibility()))
                .toList();
        var known =
                people.byId(shown.stream().map(TeamAction::ownerId).distinct().toList());
        return shown.stream()
                .collect(Collectors.groupingBy(
                        TeamAction::recommendationId,
                        Collectors.mapping(
                                action -> {
                                    var state = Objects.requireNonNull(byId.get(action.recommendationId()))
                                            .state();
                                    return view(action, known, isPressing(state) && action.late(today));
                                },
                                Collectors.toList())));
    }

    /** In other states nobody can do anything about it, so nothing is late. */
    private static boolean isPressing(State state) {
        return state == State.UNDER_REVIEW || state == State.ADOPTED || state == State.IMPLEMENTED;
    }

    private static boolean shows(Seen seen, Visibility visibility) {
        return seen.reading() != Reading.NOTHING
                && visibility.compareTo(seen.reading().from()) >= 0;
    }

    private TeamActionView view(TeamAction action, Map<UUID, Person> known, boolean late) {
        var owner = known.get(action.ownerId());
        return new TeamActionView(
                action.id(),
                action.text(),
                action.visibility(),
                owner == null ? null : owner.login(),
                action.due(),
                action.firstDue(),
                action.dueReason(),
                action.doneOn(),
                action.cancelledAt() == null ? null : network.day(Objects.requireNonNull(action.cancelledAt())),
                action.cancelReason(),
                late,
                action.version());
    }

    /** One of them; what the reader may not see is not found. */
    @Transactional(readOnly = true)
    public TeamActionView action(RecommendationCode code, UUID id, Actor actor) {
        return actions(code, actor).stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }
}
