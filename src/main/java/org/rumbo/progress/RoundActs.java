package org.rumbo.progress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who took which step for a team's part, under all names that she acted in. */
@Component
class RoundActs {
    static final String SUBMIT = "SUBMIT";
    static final String ACCEPT = "ACCEPT";
    static final String RETURN = "RETURN";

    private final JdbcClient jdbc;

    RoundActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(UUID round, CountryCode country, String step, Actor actor, Instant at) {
        jdbc.sql("insert into round_step (id, round_id, country, step, done_by, behalf, done_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        UUID.randomUUID(),
                        round,
                        country.iso2(),
                        step,
                        actor.id(),
                        actor.behalf(country),
                        Timestamp.from(at)))
                .update();
    }

    boolean submittedByAnyOf(UUID round, CountryCode country, Collection<UUID> persons) {
        return jdbc.sql("select count(*) from round_step where round_id = :round and country = :country"
                                + " and step = 'SUBMIT' and (done_by in (:persons) or behalf in (:persons))")
                        .param("round", round)
                        .param("country", country.iso2())
                        .param("persons", persons)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
