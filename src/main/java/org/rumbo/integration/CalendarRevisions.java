package org.rumbo.integration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers what a person's calendar is told: an entry that reads otherwise than last time is its next revision, from now on. It
 * follows what she is told, not what was done, so nothing can be read from it that she may not know.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CalendarRevisions {
    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarRevisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Revision(String fingerprint, int number, Instant at) {}

    /**
     * @param texts what each entry says, by its uid
     */
    Map<String, Revision> of(UUID person, Map<String, String> texts) {
        var known = known(person);
        if (texts.entrySet().stream().allMatch(entry -> isKnown(known, entry))) {
            return known;
        }
        // Two calendars of hers may ask at once.
        jdbc.sql("select id from person where id = ? for update")
                .param(person)
                .query(UUID.class)
                .single();
        var newest = known(person);
        texts.entrySet().stream()
                .filter(entry -> !isKnown(newest, entry))
                .toList()
                .forEach(entry -> newest.put(entry.getKey(), revise(person, entry, newest.get(entry.getKey()))));
        return newest;
    }

    private static boolean isKnown(Map<String, Revision> known, Map.Entry<String, String> entry) {
        var revision = known.get(entry.getKey());
        return revision != null && revision.fingerprint().equals(Secret.hash(entry.getValue()));
    }

    private Map<String, Revision> known(UUID person) {
        var known = new HashMap<String, Revision>();
        jdbc.sql("select uid, fingerprint, revision, revised_at from calendar_entry where person_id = ?")
                .param(person)
                .query(row -> {
                    known.put(
                            row.getString("uid"),
                            new Revision(
                                    row.getString("fingerprint"),
                                    row.getInt("revision"),
                                    row.getObject("revised_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return known;
    }

    private Revision revise(UUID person, Map.Entry<String, String> entry, @Nullable Revision before) {
        // Calendars know no smaller unit.
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var revision = new Revision(Secret.hash(entry.getValue()), before == null ? 0 : before.number() + 1, now);
        var sql = before == null
                ? "insert into calendar_entry (fingerprint, revision, revised_at, person_id, uid) values (?, ?, ?, ?, ?)"
                : "update calendar_entry set fingerprint = ?, revision = ?, revised_at = ? where person_id = ? and uid = ?";
        jdbc.sql(sql)
                .params(revision.fingerprint(), revision.number(), Timestamp.from(now), person, entry.getKey())
                .update();
        return revision;
    }
}
