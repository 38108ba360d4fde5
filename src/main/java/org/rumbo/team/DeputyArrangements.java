package org.rumbo.team;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Arranges who stands in for whom, and ends it. One deputy at a time for each and one at a time to stand in for, no chains;
 * nobody arranges more rights for herself.
 */
@Service
@Transactional
public class DeputyArrangements {
    private static final int MOST_YEARS = 1;

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Deputies deputies;
    private final AccessPolicy policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeputyArrangements(
            JdbcClient jdbc,
            Actors actors,
            Deputies deputies,
            AccessPolicy policy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.deputies = deputies;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param from the first day, in the network's time
     * @param until the last day
     */
    public record Wish(UUID represented, UUID deputy, LocalDate from, LocalDate until) {}

    /** Whether somebody may say who stands in for that person. */
    public boolean mayArrangeFor(Actor represented, Actor actor) {
        if (policy.permitsSomewhere(actor, Permission.PEOPLE_MANAGE)) {
            return true;
        }
        if (!policy.permitsSomewhere(actor, Permission.DEPUTY_ARRANGE)) {
            return false;
        }
        // A director's powers are handed on by directors alone, also where she is a coordinator too.
        return actor.has(Role.DIRECTOR)
                || (!represented.has(Role.DIRECTOR)
                        && represented.has(Role.COORDINATOR)
                        && represented.countries().stream()
                                .filter(country -> represented.has(Role.COORDINATOR, country))
                                .allMatch(country -> policy.permits(
                                        actor, Permission.DEPUTY_ARRANGE, AccessTarget.country(country))));
    }

    public UUID arrange(Wish wish, Actor actor) {
        requireArranger(actor);
        lock(wish);
        var represented = person(wish.represented(), "represented");
        if (!mayArrangeFor(represented, actor)) {
            throw refused();
        }
        require(!wish.deputy().equals(wish.represented()), "deputy", "deputy-of-herself");
        require(!actor.persons().contains(wish.deputy()), "deputy", "deputy-not-the-arranger");
        var deputy = person(wish.deputy(), "deputy");
        StandingIn.refusal(deputy, represented).ifPresent(rule -> {
            throw DomainException.ruleNotMet(rule.startsWith("represented") ? "represented" : "deputy", rule);
        });
        requireDays(wish);
        requireFree(wish);
        return insert(wish, actor);
    }

    private void requireDays(Wish wish) {
        require(!wish.until().isBefore(wish.from()), "until", "until-not-before-from");
        require(!wish.until().isBefore(deputies.today()), "until", "until-not-in-the-past");
        require(!wish.until().isAfter(wish.from().plusYears(MOST_YEARS)), "until", "at-most-a-year");
    }

    /** One at a time, and nobody stands in for somebody who stands in herself. */
    private void requireFree(Wish wish) {
        requireNone(wish, "represented_id = ?", wish.represented(), "represented", "represented-by-one");
        requireNone(wish, "deputy_id = ?", wish.deputy(), "deputy", "deputy-of-one");
        requireNone(wish, "represented_id = ?", wish.deputy(), "deputy", "deputy-not-represented");
        requireNone(wish, "deputy_id = ?", wish.represented(), "represented", "represented-not-deputy");
    }

    private void requireNone(Wish wish, String which, UUID person, String field, String rule) {
        var overlapping = jdbc.sql("select count(*) from deputy where ended_at is null and until_day >= ?"
                        + " and from_day <= ? and " + which)
                .params(wish.from(), wish.until(), person)
                .query(Long.class)
                .single();
        require(overlapping == 0, field, rule);
    }

    private UUID insert(Wish wish, Actor actor) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into deputy (id, represented_id, deputy_id, from_day, until_day, arranged_by, arranged_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        wish.represented(),
                        wish.deputy(),
                        wish.from(),
                        wish.until(),
                        actor.id(),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(
                new TeamEvent.DeputyArranged(wish.represented(), wish.deputy(), wish.from(), wish.until(), actor.id()));
        actors.changed();
        return id;
    }

    /** Ends it before its last day; whoever stands in may also lay it down herself. */
    public void end(UUID id, Actor actor) {
        requireArranger(actor);
        var open = deputies.find(id).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        if (!mayEnd(open, actors.byId(open.represented()).orElse(null), actor)) {
            throw refused();
        }
        end(open, actor);
    }

    /**
     * Whether somebody may end it: whoever may arrange it, and each of the two.
     *
     * @param represented null where she has no access any more
     */
    public boolean mayEnd(Deputyship open, @Nullable Actor represented, Actor actor) {
        return actor.persons().stream().anyMatch(open::concerns)
                || policy.permitsSomewhere(actor, Permission.PEOPLE_MANAGE)
                || (represented != null && mayArrangeFor(represented.herself(), actor));
    }

    /** Whether the roles of both allow it. */
    public boolean fit(Actor deputy, Actor represented) {
        return StandingIn.refusal(deputy.herself(), represented.herself()).isEmpty();
    }

    /** With somebody's access all that she arranged as deputy or represented person ends. */
    void endAllOf(UUID person, Actor actor) {
        deputies.open().stream().filter(open -> open.concerns(person)).forEach(open -> end(open, actor));
    }

    private void end(Deputyship open, Actor actor) {
        var ended = jdbc.sql("update deputy set ended_at = ?, ended_by = ? where id = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), actor.id(), open.id())
                .update();
        if (ended > 0) {
            events.publishEvent(new TeamEvent.DeputyEnded(
                    open.represented(), open.deputy(), open.from(), open.until(), actor.id()));
            actors.changed();
        }
    }

    private void requireArranger(Actor actor) {
        if (!policy.permitsSomewhere(actor, Permission.PEOPLE_MANAGE)) {
            policy.requireSomewhere(actor, Permission.DEPUTY_ARRANGE);
        }
    }

    /** Whoever has access, with her own roles: rights that somebody only stands in for are not handed on. */
    private Actor person(UUID person, String field) {
        return actors.byId(person)
                .map(Actor::herself)
                .orElseThrow(() -> DomainException.ruleNotMet(field, "person-with-access"));
    }

    /** Two who arrange for the same people at once come one after the other. */
    private List<UUID> lock(Wish wish) {
        return jdbc.sql("select id from person where id in (?, ?) order by id for update")
                .params(wish.represented(), wish.deputy())
                .query(UUID.class)
                .list();
    }

    private static void require(boolean met, String field, String rule) {
        if (!met) {
            throw DomainException.ruleNotMet(field, rule);
        }
    }

    private static DomainException refused() {
        return new DomainException(ProblemType.NOT_PERMITTED, Map.of("permission", Permission.DEPUTY_ARRANGE.key()));
    }
}
