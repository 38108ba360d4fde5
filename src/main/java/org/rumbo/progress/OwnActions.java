package org.rumbo.progress;

import java.time.LocalDate;
import java.util.List;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody is to do herself for the items of her team. */
@Service
@Transactional(readOnly = true)
public class OwnActions {
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final RecommendationAccess access;

    OwnActions(JdbcClient jdbc, RecommendationAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** An open action of an item whose work goes on. */
    public record OwnAction(String code, CountryCode country, String text, LocalDate due) {}

    /** At most 50, what is due first on top: her own and those of whom she stands in for, while she reads the items in full. */
    public List<OwnAction> of(Actor actor) {
        var full = access.fullCountries(actor);
        return jdbc
                .sql("select r.code, r.country, a.text, a.due from team_action a"
                        + " join recommendation r on r.id = a.recommendation_id"
                        + " where a.owner_id in (:persons) and a.done_on is null and a.cancelled_at is null"
                        + " and r.state in ('UNDER_REVIEW', 'ADOPTED', 'IMPLEMENTED')"
                        + " order by a.due, a.added_at fetch first " + MOST + " rows only")
                .param("persons", actor.persons())
                .query((row, number) -> new OwnAction(
                        row.getString("code"),
                        new CountryCode(row.getString("country")),
                        row.getString("text"),
                        row.getObject("due", LocalDate.class)))
                .list()
                .stream()
                .filter(action -> full.isEmpty() || full.get().contains(action.country()))
                .toList();
    }
}
