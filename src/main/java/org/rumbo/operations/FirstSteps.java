package org.rumbo.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody who is new in a role does first. Whether a step is done is looked up in what there is: nobody ticks it, and it
 * is done too where a colleague did it.
 */
@Service
@Transactional
public class FirstSteps {
    /** Who holds several roles begins with the first of these. */
    private static final List<Role> ROLES = List.of(
            Role.DIRECTOR, Role.COORDINATOR, Role.MEMBER, Role.EVALUATOR, Role.ADMIN, Role.AUDITOR, Role.FUNDER);

    private static final CountryCode NOWHERE = new CountryCode("ZZ");

    private final JdbcClient jdbc;
    private final Clock clock;

    FirstSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param role whose steps they are, as in the messages
     */
    public record Checklist(String role, List<Line> lines) {
        public long done() {
            return lines.stream().filter(Line::done).count();
        }

        public boolean isFinished() {
            return done() == lines.size();
        }
    }

    /**
     * @param key its name in the messages
     * @param href where it is done
     */
    public record Line(String key, String href, boolean done) {}

    /** The reader's list; nothing for whoever has no role. */
    @Transactional(readOnly = true)
    public Optional<Checklist> of(Actor actor) {
        return ROLES.stream().filter(actor::has).findFirst().map(role -> list(role, actor));
    }

    /** The same, unless she put it away or all of it is done. */
    @Transactional(readOnly = true)
    public @Nullable Checklist wanted(Actor actor) {
        return isPutAway(actor)
                ? null
                : of(actor).filter(list -> !list.isFinished()).orElse(null);
    }

    private Checklist list(Role role, Actor actor) {
        var steps = FirstStep.of(role);
        var facts = facts(steps, actor);
        var lines = new ArrayList<Line>();
        steps.forEach(step -> lines.add(new Line(step.key(), step.href(), facts.containsKey(step.key()))));
        return new Checklist(role.name().toLowerCase(Locale.ROOT), lines);
    }

    /** All of them in one statement. */
    private Map<String, Boolean> facts(List<FirstStep> steps, Actor actor) {
        var countries = actor.countries().isEmpty() ? List.of(NOWHERE) : List.copyOf(actor.countries());
        var sql = steps.stream()
                .map(step -> "select '" + step.key() + "' as step where exists (" + step.rows() + ")")
                .collect(Collectors.joining(" union all "));
        return jdbc
                .sql(sql)
                .params(Map.of(
                        "person",
                        actor.id(),
                        "countries",
                        countries.stream().map(CountryCode::iso2).toList()))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(step -> step, step -> true));
    }

    private boolean isPutAway(Actor actor) {
        return jdbc.sql("select count(*) from first_steps_away where person_id = ?")
                        .param(actor.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void putAway(Actor actor) {
        bringBack(actor);
        jdbc.sql("insert into first_steps_away (person_id, put_away_at) values (?, ?)")
                .params(actor.id(), Timestamp.from(clock.instant()))
                .update();
    }

    public void bringBack(Actor actor) {
        jdbc.sql("delete from first_steps_away where person_id = ?")
                .param(actor.id())
                .update();
    }
}
