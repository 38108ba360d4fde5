package org.rumbo.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log's own name, stored when an installation first starts and never changed silently. */
@Component
class LedgerLog {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String configured;
    private volatile @Nullable String origin;

    LedgerLog(JdbcClient jdbc, Clock clock, @Value("${rumbo.ledger.origin:}") String configured) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.configured = configured;
    }

    String origin() {
        var known = origin;
        if (known == null) {
            known = stored();
            origin = known;
        }
        return known;
    }

    /** Another ledger took this one's place. */
    void forget() {
        origin = null;
    }

    /** Whether the configuration allows this name. */
    boolean mayBe(String name) {
        return configured.isEmpty() || configured.equals(name);
    }

    private synchronized String stored() {
        var stored = jdbc.sql("select origin from ledger_log where id = 1")
                .query(String.class)
                .optional();
        if (stored.isPresent()) {
            if (!configured.isEmpty() && !configured.equals(stored.get())) {
                throw new IllegalStateException("rumbo.ledger.origin is %s, but this installation's ledger is %s"
                        .formatted(configured, stored.get()));
            }
            return stored.get();
        }
        var made = configured.isEmpty() ? "rumbo.local/" + UUID.randomUUID() + "/1" : configured;
        jdbc.sql("insert into ledger_log (id, origin, started_at) values (1, ?, ?)")
                .params(made, Timestamp.from(clock.instant()))
                .update();
        return made;
    }
}
