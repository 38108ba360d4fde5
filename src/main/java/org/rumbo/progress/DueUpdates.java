package org.rumbo.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rumbo.recommendation.DueThings;
import org.rumbo.recommendation.ReminderRules;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What teams owe an open update round and have not handed in, from a week before it is due: until then the news that the round
 * has opened is fresh enough.
 */
@Component
class DueUpdates implements DueThings {
    private static final int WEEK = 7;
    private static final String AWAITED = "select s.id, s.country, u.due from round_submission s"
            + " join update_round u on u.id = s.round_id where u.status = 'OPEN' and s.state in ('AWAITED', 'RETURNED')"
            + " and exists (select 1 from round_answer a where a.round_id = u.id and a.country = s.country) and ";

    private final RoundItems items;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    DueUpdates(RoundItems items, Network network, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.items = items;
        this.network = network;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A team's part in a round. */
    private record Part(UUID round, String key, CountryCode country) {}

    @Override
    public List<Due> until(LocalDate last) {
        return jdbc.sql(AWAITED + "u.due <= ? order by s.country")
                .param(network.day(clock.instant()).plusDays(WEEK))
                .query((row, number) -> due(row))
                .list();
    }

    private static Due due(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                null,
                new CountryCode(row.getString("country")),
                row.getObject("due", LocalDate.class),
                null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Due> lock(Due due) {
        items.lock(part(due).round());
        return jdbc.sql(AWAITED + "s.id = ? and u.due = ?")
                .params(due.thing(), due.on())
                .query((row, number) -> due(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remind(Due due, ReminderRules.Rung rung, Set<UUID> persons, int passedOver) {
        var part = part(due);
        events.publishEvent(new RoundEvent.UpdateReminded(
                part.round(),
                part.key(),
                part.country(),
                Map.of("round", part.key(), "rung", rung.name(), "due", due.on(), "passedOver", passedOver),
                DueThings.parts(persons),
                rung.escalates()));
    }

    private Part part(Due due) {
        return jdbc.sql("select u.id, u.round_key, s.country from round_submission s"
                        + " join update_round u on u.id = s.round_id where s.id = ?")
                .param(due.thing())
                .query((row, number) -> new Part(
                        row.getObject("id", UUID.class),
                        row.getString("round_key"),
                        new CountryCode(row.getString("country"))))
                .single();
    }
}
