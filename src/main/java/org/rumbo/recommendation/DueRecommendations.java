package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rumbo.team.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Recommendations with a target date that are not reached yet and wait for their team. */
@Component
class DueRecommendations implements DueThings {
    private final RecommendationChange change;
    private final JdbcClient jdbc;

    DueRecommendations(RecommendationChange change, JdbcClient jdbc) {
        this.change = change;
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> until(LocalDate last) {
        return jdbc.sql("select r.id, r.code, r.country, r.target_date, r.owner_id from recommendation_listing l"
                        + " join recommendation r on r.code = l.code where l.audience = 'FULL' and l.due <= :last"
                        + " and l.next_step in (:steps) order by l.due, r.code")
                .param("last", last)
                .param(
                        "steps",
                        Arrays.stream(NextStep.values())
                                .filter(NextStep::isOfTeam)
                                .map(Enum::name)
                                .toList())
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        new RecommendationCode(row.getString("code")),
                        new CountryCode(row.getString("country")),
                        row.getObject("target_date", LocalDate.class),
                        row.getObject("owner_id", UUID.class)))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Due> lock(Due due) {
        var item = change.lock(Objects.requireNonNull(due.code()));
        return item.nextStep().isOfTeam() && due.on().equals(item.targetDate())
                ? Optional.of(new Due(item.id(), item.code(), item.country(), due.on(), item.ownerId()))
                : Optional.empty();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remind(Due due, ReminderRules.Rung rung, Set<UUID> persons, int passedOver) {
        var detail = Map.of("rung", rung.name(), "due", due.on(), "passedOver", passedOver);
        change.byTimer(
                Objects.requireNonNull(due.code()),
                (item, at) -> item.remindOfTarget(detail, DueThings.parts(persons), rung.escalates(), at));
    }
}
