package org.rumbo.integration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret address under which a person's calendar program fetches what is due for her. Whoever knows it reads as she does
 * at that moment, so it is told once, kept as a hash alone, and can be replaced or taken back at any time.
 */
@Service
@Transactional
public class CalendarFeeds {
    private final JdbcClient jdbc;
    private final People people;
    private final AccessPolicy policy;
    private final Clock clock;

    CalendarFeeds(JdbcClient jdbc, People people, AccessPolicy policy, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.policy = policy;
        this.clock = clock;
    }

    /** Since when she has one; empty where she has none. */
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt(Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        return jdbc.sql("select made_at from calendar_feed where person_id = ?")
                .param(actor.id())
                .query((row, number) ->
                        row.getObject("made_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Makes her a new one, which nobody can be told again; an older one ends. */
    public String make(Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var token = Secret.word();
        lock(actor);
        drop(actor.id());
        jdbc.sql("insert into calendar_feed (person_id, token_hash, made_at) values (?, ?, ?)")
                .params(actor.id(), Secret.hash(token), Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    /** Ends hers and forgets what it told; what a calendar has fetched it keeps. */
    public void revoke(Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        lock(actor);
        drop(actor.id());
        jdbc.sql("delete from calendar_entry where person_id = ?")
                .param(actor.id())
                .update();
    }

    private void drop(UUID person) {
        jdbc.sql("delete from calendar_feed where person_id = ?").param(person).update();
    }

    private void lock(Actor actor) {
        jdbc.sql("select id from person where id = ? for update")
                .param(actor.id())
                .query(UUID.class)
                .single();
    }

    /** Whose address that is, with the roles that she has now; empty for a wrong one, and where she has no access. */
    @Transactional(readOnly = true)
    public Optional<Actor> holder(String token) {
        return jdbc.sql("select person_id from calendar_feed where token_hash = ?")
                .param(Secret.hash(token))
                .query(UUID.class)
                .optional()
                .flatMap(people::actor)
                .filter(actor -> policy.permitsSomewhere(actor, Permission.SELF_MANAGE));
    }
}
