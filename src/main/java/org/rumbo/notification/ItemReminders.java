package org.rumbo.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was reminded of what of an item: its target date and its team's actions. For those who read its history in full. */
@Service
@Transactional(readOnly = true)
public class ItemReminders {
    private static final int MOST = 100;

    private final RecommendationAccess access;
    private final JdbcClient jdbc;

    ItemReminders(RecommendationAccess access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * One reminder to one person.
     *
     * @param rung which of the ladder's it was, such as {@code BEFORE_7}
     * @param action the words of the team's action; null where it was the item's own date
     */
    public record Reminder(
            Instant at,
            String person,
            LocalDate due,
            String rung,
            @Nullable String action) {}

    /** The newest first. */
    public List<Reminder> of(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        access.require(actor, Permission.HISTORY_READ, seen);
        return jdbc.sql("select m.made_at, p.display_name, m.due_on, m.rung, a.text from reminder m"
                        + " join person p on p.id = m.person_id left join team_action a on a.id = m.thing"
                        + " where m.outcome = 'SENT' and (m.thing = :item"
                        + " or m.thing in (select t.id from team_action t where t.recommendation_id = :item))"
                        + " order by m.made_at desc, p.display_name, m.thing fetch first " + MOST + " rows only")
                .param("item", seen.id())
                .query((row, number) -> new Reminder(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("display_name"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("rung"),
                        row.getString("text")))
                .list();
    }
}
