package org.rumbo.team;

import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When people were here last. Written down once a minute, so that being seen costs a request nothing. */
@Component
public class LastSeen {
    private final Map<UUID, Instant> seen = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    LastSeen(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void note(UUID person) {
        seen.put(person, clock.instant());
    }

    /** A minute that is lost when a server dies is no harm. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    @PreDestroy
    @Transactional
    void write() {
        for (var person : seen.keySet()) {
            var at = seen.remove(person);
            if (at != null) {
                jdbc.sql(
                                "update person set last_seen_at = ? where id = ? and (last_seen_at is null or last_seen_at < ?)")
                        .params(Timestamp.from(at), person, Timestamp.from(at))
                        .update();
            }
        }
    }
}
