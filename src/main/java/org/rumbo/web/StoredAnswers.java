package org.rumbo.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The answers to changes that carried a key, for whoever sends the same change again. */
@Component
class StoredAnswers {
    private static final Duration KEPT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param hash of what was sent
     * @param status null while the change is being made
     */
    record Stored(
            String hash,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String tag,
            @Nullable String body) {}

    @Nullable
    Stored find(String key, UUID person) {
        return jdbc.sql("select request_hash, status, location, etag, body from idempotent_request"
                        + " where request_key = ? and person_id = ?")
                .params(key, person)
                .query((row, number) -> new Stored(
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .optional()
                .orElse(null);
    }

    /** Waits where the same is being done at this moment; then, or where it was done, refuses a second row. */
    void begin(String key, UUID person, String hash) {
        jdbc.sql("insert into idempotent_request (request_key, person_id, request_hash, made_at) values (?, ?, ?, ?)")
                .params(key, person, hash, Timestamp.from(clock.instant()))
                .update();
    }

    void answer(String key, UUID person, Stored answer) {
        jdbc.sql("update idempotent_request set status = ?, location = ?, etag = ?, body = ?"
                        + " where request_key = ? and person_id = ?")
                .params(Arrays.asList(answer.status(), answer.location(), answer.tag(), answer.body(), key, person))
                .update();
    }

    /** Nobody sends again what she sent so long ago. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from idempotent_request where made_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
