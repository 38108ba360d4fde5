package org.rumbo.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rumbo.recommendation.DueThings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reminders somebody got or was passed over with: one row each, so none comes twice. */
@Component
class SentReminders {
    private final JdbcClient jdbc;

    SentReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sent(UUID thing, UUID person, LocalDate due, String rung) {}

    /** All that were sent of these things or of others that are due in the same time. */
    List<Sent> of(Collection<DueThings.Due> due) {
        return due.stream().map(DueThings.Due::on).min(LocalDate::compareTo).stream()
                .flatMap(first -> jdbc
                        .sql("select thing, person_id, due_on, rung from reminder where due_on >= ?")
                        .param(first)
                        .query((row, number) -> new Sent(
                                row.getObject("thing", UUID.class),
                                row.getObject("person_id", UUID.class),
                                row.getObject("due_on", LocalDate.class),
                                row.getString("rung")))
                        .list()
                        .stream())
                .toList();
    }

    Set<String> of(DueThings.Due due, UUID person) {
        return Set.copyOf(jdbc.sql("select rung from reminder where thing = ? and person_id = ? and due_on = ?")
                .params(due.thing(), person, due.on())
                .query(String.class)
                .list());
    }

    void write(DueThings.Due due, UUID person, String rung, boolean sent, Instant at) {
        jdbc.sql("insert into reminder (thing, person_id, due_on, rung, outcome, made_at) values (?, ?, ?, ?, ?, ?)")
                .params(due.thing(), person, due.on(), rung, sent ? "SENT" : "PASSED_OVER", Timestamp.from(at))
                .update();
    }
}
