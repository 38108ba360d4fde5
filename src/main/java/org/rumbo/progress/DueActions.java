package org.rumbo.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rumbo.recommendation.DueThings;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.ReminderRules;
import org.rumbo.team.CountryCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Actions of country teams that are neither done nor cancelled. Their owners are reminded. */
@Component
class DueActions implements DueThings {
    private static final String OPEN = "select a.id, r.code, r.country, a.due, a.owner_id from team_action a"
            + " join recommendation r on r.id = a.recommendation_id where a.done_on is null and a.cancelled_at is null"
            + " and r.state in ('UNDER_REVIEW', 'ADOPTED', 'IMPLEMENTED') and ";

    private final RecommendationLifecycle lifecycle;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    DueActions(RecommendationLifecycle lifecycle, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.lifecycle = lifecycle;
        this.events = events;
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> until(LocalDate last) {
        return jdbc.sql(OPEN + "a.due <= ? order by a.due, a.id")
                .param(last)
                .query((row, number) -> due(row))
                .list();
    }

    private static Due due(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                new RecommendationCode(row.getString("code")),
                new CountryCode(row.getString("country")),
                row.getObject("due", LocalDate.class),
                row.getObject("owner_id", UUID.class));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Due> lock(Due due) {
        lifecycle.lockedFor(Objects.requireNonNull(due.code()), null);
        return jdbc.sql(OPEN + "a.id = ? and a.due = ?")
                .params(due.thing(), due.on())
                .query((row, number) -> due(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remind(Due due, ReminderRules.Rung rung, Set<UUID> persons, int passedOver) {
        var about = lifecycle.lockedFor(Objects.requireNonNull(due.code()), null);
        var text = jdbc.sql("select text from team_action where id = ?")
                .param(due.thing())
                .query(String.class)
                .single();
        events.publishEvent(new TeamActionEvent.ActionReminded(
                about,
                Map.of("id", due.thing(), "rung", rung.name(), "due", due.on(), "passedOver", passedOver),
                Map.of("action", text),
                DueThings.parts(persons),
                rung.escalates()));
    }
}
