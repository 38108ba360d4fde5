package org.rumbo.team;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends somebody's access and gives it back. Who she was and what she did stays; her next request is refused. Administrators
 * act here, each on others alone, and one of them always stays.
 */
@Service
@Transactional
public class PersonAccess {
    private final JdbcClient jdbc;
    private final Actors actors;
    private final AccessPolicy policy;
    private final DeputyArrangements deputies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonAccess(
            JdbcClient jdbc,
            Actors actors,
            AccessPolicy policy,
            DeputyArrangements deputies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.policy = policy;
        this.deputies = deputies;
        this.events = events;
        this.clock = clock;
    }

    public void deactivate(UUID person, Actor actor) {
        requireOther(person, actor);
        if (!othersAdminister(person)) {
            throw DomainException.ruleNotMet("person", "last-administrator");
        }
        var ended = jdbc.sql(
                        "update person set deactivated_at = ?, deactivated_by = ? where id = ? and deactivated_at is null")
                .params(Timestamp.from(clock.instant()), actor.id(), person)
                .update();
        if (ended > 0) {
            deputies.endAllOf(person, actor);
            events.publishEvent(new TeamEvent.PersonDeactivated(person, actor.id()));
        }
        actors.changed();
    }

    public void reactivate(UUID person, Actor actor) {
        requireOther(person, actor);
        var begun = jdbc.sql(
                        "update person set deactivated_at = null, deactivated_by = null where id = ? and deactivated_at is not null")
                .param(person)
                .update();
        if (begun > 0) {
            events.publishEvent(new TeamEvent.PersonReactivated(person, actor.id()));
        }
        actors.changed();
    }

    /** Refuses who may not change somebody's access or roles, herself above all; whoever goes on holds a lock on it. */
    void requireOther(UUID person, Actor actor) {
        policy.requireSomewhere(actor, Permission.PEOPLE_MANAGE);
        if (!lock(person).contains(person)) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        if (actor.persons().contains(person)) {
            throw new DomainException(ProblemType.OWN_ACCESS);
        }
        // Another administrator may have ended her access while this request waited for the lock.
        if (!policy.permitsSomewhere(actors.byId(actor.id()).orElse(null), Permission.PEOPLE_MANAGE)) {
            throw new DomainException(ProblemType.NOT_PERMITTED, Map.of("permission", Permission.PEOPLE_MANAGE.key()));
        }
    }

    /** Whether an administrator with access is left without that person. */
    boolean othersAdminister(UUID person) {
        return jdbc.sql("select count(*) from person p join person_role r on r.person_id = p.id where r.role = 'ADMIN'"
                                + " and p.enabled and p.deactivated_at is null and p.id <> ?")
                        .param(person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Administrators are locked together with the person, so that two of them cannot send each other away at once. */
    private List<UUID> lock(UUID person) {
        return jdbc.sql("select id from person where id = ? or id in (select person_id from person_role"
                        + " where role = 'ADMIN') order by id for update")
                .param(person)
                .query(UUID.class)
                .list();
    }
}
