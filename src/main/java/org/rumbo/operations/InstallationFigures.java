package org.rumbo.operations;

import java.util.HashMap;
import java.util.Map;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much this installation holds: numbers alone. */
@Service
public class InstallationFigures {
    private static final String COUNTS = "select (select count(*) from recommendation) as recommendations,"
            + " (select count(*) from evidence) as evidence, (select count(*) from ledger_event) as events,"
            + " (select count(*) from person) as people";

    /** The database tells its own size; H2 knows it where it keeps a file. */
    private static final Map<String, String> SIZES = Map.of(
            "PostgreSQL",
            "select pg_database_size(current_database())",
            "H2",
            "select cast(setting_value as bigint) from information_schema.settings where setting_name = 'info.FILE_SIZE'");

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final String vendor;

    InstallationFigures(JdbcClient jdbc, AccessPolicy policy, javax.sql.DataSource data) throws java.sql.SQLException {
        this.jdbc = jdbc;
        this.policy = policy;
        try (var connection = data.getConnection()) {
            this.vendor = connection.getMetaData().getDatabaseProductName();
        }
    }

    /** Counts by what is counted. */
    public Map<String, Long> counts(Actor actor) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
        return jdbc.sql(COUNTS)
                .query((row, number) -> {
                    var counts = new HashMap<String, Long>();
                    for (var name : new String[] {"recommendations", "evidence", "events", "people"}) {
                        counts.put(name, row.getLong(name));
                    }
                    return counts;
                })
                .single();
    }

    /** In whole megabytes; -1 where the database does not tell. */
    public long megabytes(Actor actor) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
        try {
            return jdbc.sql(SIZES.getOrDefault(vendor, "select -1"))
                    .query(Long.class)
                    .optional()
                    .map(bytes -> bytes < 0 ? -1 : Math.max(1, bytes / 1_000_000))
                    .orElse(-1L);
        } catch (DataAccessException untold) {
            return -1;
        }
    }
}
