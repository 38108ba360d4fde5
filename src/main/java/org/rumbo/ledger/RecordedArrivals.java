package org.rumbo.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rumbo.recommendation.Arrivals;
import org.rumbo.recommendation.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the ledger when an item came to its states; one statement, however often it moved. */
@Component
class RecordedArrivals implements Arrivals {
    private final JdbcClient jdbc;

    RecordedArrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Arrival> of(UUID item) {
        return jdbc.sql("""
                select e.action, e.from_state, e.to_state, e.recorded_at, a.person_id as by_id, b.person_id as behalf_id,
                       o.content as reason
                from ledger_event e
                left join ledger_pseudonym a on a.pseudonym = e.actor
                left join ledger_pseudonym b on b.pseudonym = e.behalf
                left join ledger_opening o on o.event_id = e.event_id
                     and o.field = case when e.action = 'item.reopen' then 'reason' else 'statement' end
                where e.item_id = ? and e.audience = 'RELEASED'
                      and (e.action = 'item.create' or e.from_state <> e.to_state)
                order by e.item_rev""")
                .param(item)
                .query((row, number) -> new Arrival(
                        State.valueOf(row.getString("from_state")),
                        State.valueOf(row.getString("to_state")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("action"),
                        row.getObject("by_id", UUID.class),
                        row.getObject("behalf_id", UUID.class),
                        row.getString("reason")))
                .list();
    }
}
