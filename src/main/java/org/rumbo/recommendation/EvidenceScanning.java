package org.rumbo.recommendation;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.EvidenceStore;
import org.rumbo.file.InfectedFileFound;
import org.rumbo.file.VirusScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has every new file looked at by the virus scanner, outside of any transaction. A node that takes a file reserves it for a
 * while; where it dies over it, or the scanner does not answer, the file's turn comes again.
 */
@Component
public class EvidenceScanning {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceScanning.class);
    private static final int AT_ONCE = 50;
    private static final Duration RESERVED = Duration.ofMinutes(10);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final EvidenceStore store;
    private final VirusScanner scanner;
    private final ScanVerdicts verdicts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceScanning(
            JdbcClient jdbc,
            EvidenceStore store,
            VirusScanner scanner,
            ScanVerdicts verdicts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.scanner = scanner;
        this.verdicts = verdicts;
        this.events = events;
        this.clock = clock;
    }

    private record Waiting(UUID id, RecommendationCode code, String sha256, UUID addedBy) {}

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void scanWaiting() {
        scan();
    }

    /** Looks at what waits, and says how many files got a verdict. */
    public int scan() {
        var done = 0;
        for (var file : scanner.isThere() ? waiting() : List.<Waiting>of()) {
            if (!isReserved(file)) {
                continue;
            }
            try {
                tell(file, found(file));
                done++;
            } catch (IOException | DataAccessException noVerdict) {
                LOG.warn("A file could not be looked at for viruses and stays in quarantine: {}", noVerdict.toString());
                postpone(file, UNTIL_NEXT_TRY);
            }
        }
        return done;
    }

    private List<Waiting> waiting() {
        return jdbc.sql("select e.id, r.code, e.sha256, e.added_by from evidence e"
                        + " join recommendation r on r.id = e.recommendation_id"
                        + " where e.scan_state in ('QUARANTINED', 'NOT_SCANNED')"
                        + " and (e.scan_after is null or e.scan_after <= ?) order by e.added_at limit " + AT_ONCE)
                .param(Timestamp.from(clock.instant()))
                .query(EvidenceScanning::read)
                .list();
    }

    private List<Waiting> withSame(String sha256) {
        return jdbc.sql("select e.id, r.code, e.sha256, e.added_by from evidence e"
                        + " join recommendation r on r.id = e.recommendation_id"
                        + " where e.sha256 = ? and e.scan_state <> 'INFECTED'")
                .param(sha256)
                .query(EvidenceScanning::read)
                .list();
    }

    private static Waiting read(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                new RecommendationCode(row.getString("code")),
                row.getString("sha256"),
                row.getObject("added_by", UUID.class));
    }

    /** Of two nodes that saw it waiting, one gets it. */
    private boolean isReserved(Waiting file) {
        var now = clock.instant();
        return jdbc.sql("update evidence set scan_after = ? where id = ?"
                                + " and scan_state in ('QUARANTINED', 'NOT_SCANNED')"
                                + " and (scan_after is null or scan_after <= ?)")
                        .params(Timestamp.from(now.plus(RESERVED)), file.id(), Timestamp.from(now))
                        .update()
                == 1;
    }

    private void postpone(Waiting file, Duration by) {
        jdbc.sql("update evidence set scan_after = ? where id = ?")
                .params(Timestamp.from(clock.instant().plus(by)), file.id())
                .update();
    }

    private @Nullable String found(Waiting file) throws IOException {
        try (var content = store.open(file.sha256())) {
            return scanner.scan(content);
        } catch (NoSuchFileException missing) {
            var known = foundBefore(file.sha256());
            if (known == null) {
                throw missing;
            }
            return known;
        }
    }

    /** The same content, handed in twice, is deleted with the first verdict. */
    private @Nullable String foundBefore(String sha256) {
        return jdbc
                .sql("select scan_found from evidence where sha256 = ? and scan_state = 'INFECTED'")
                .param(sha256)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void tell(Waiting file, @Nullable String found) throws IOException {
        if (found == null) {
            verdicts.clean(file.code(), file.id());
        } else if (verdicts.infected(file.code(), file.id(), found)) {
            // Whoever else handed the same in loses it too, also where an older scanner found nothing.
            withSame(file.sha256()).forEach(other -> verdicts.infected(other.code(), other.id(), found));
            store.remove(file.sha256());
            events.publishEvent(new InfectedFileFound(file.addedBy()));
        }
    }
}
