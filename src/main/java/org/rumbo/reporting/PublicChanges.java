package org.rumbo.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When there was news for everybody: the reports that were published for everybody, and nothing else. */
@Service
@Transactional(readOnly = true)
public class PublicChanges {
    private static final int REPORTS = 20;

    private final PublicReports reports;
    private final JdbcClient jdbc;

    PublicChanges(PublicReports reports, JdbcClient jdbc) {
        this.reports = reports;
        this.jdbc = jdbc;
    }

    /** A report for everybody, with how many recommendations it covers and how many of them are implemented. */
    public record Published(UUID id, LocalDate asOf, Instant at, long total, long reached) {}

    /** The reports for everybody, newest first; where the network shows nothing to visitors there is no such page (404). */
    public List<Published> reports() {
        reports.requireOpen();
        return jdbc.sql("select id, as_of, published_at, total, reached from report where audience = 'EVERYBODY'"
                        + " order by published_at desc, id fetch first " + REPORTS + " rows only")
                .query((row, number) -> new Published(
                        row.getObject("id", UUID.class),
                        row.getObject("as_of", LocalDate.class),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getLong("total"),
                        row.getLong("reached")))
                .list();
    }
}
