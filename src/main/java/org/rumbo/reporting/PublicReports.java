package org.rumbo.reporting;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody may know: the newest report that was published for everybody, as it was stored, without the evidence that
 * only funders may see. Nothing that changed since, and nothing that was never published, can be asked for here.
 */
@Service
@Transactional(readOnly = true)
public class PublicReports {
    private static final String PUBLIC = "PUBLIC";

    private final ReportFiles files;
    private final JdbcClient jdbc;
    private final boolean open;
    /** A stored report never changes, so it is read once. */
    private volatile @Nullable Known known;

    PublicReports(ReportFiles files, JdbcClient jdbc, @Value("${network.public-page:false}") boolean open) {
        this.files = files;
        this.jdbc = jdbc;
        this.open = open;
    }

    private record Known(UUID id, ImplementationReport report) {}

    /** Whether the network shows anything to visitors. */
    public boolean isOpen() {
        return open;
    }

    /** The newest report for everybody; where the network shows nothing to visitors there is no such page (404). */
    public Optional<ImplementationReport> newest() {
        requireOpen();
        return jdbc.sql("select id from report where audience = 'EVERYBODY' order by published_at desc, id"
                        + " fetch first 1 rows only")
                .query(UUID.class)
                .optional()
                .map(this::report);
    }

    void requireOpen() {
        if (!open) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
    }

    private ImplementationReport report(UUID id) {
        var read = known;
        if (read == null || !read.id().equals(id)) {
            var stored = jdbc.sql("select content from report_file where report_id = ? and format = 'json'")
                    .param(id)
                    .query((row, number) -> row.getBytes("content"))
                    .single();
            read = new Known(id, forEverybody(files.read(stored)));
            known = read;
        }
        return read.report();
    }

    static ImplementationReport forEverybody(ImplementationReport report) {
        return report.withClaims(report.claims().stream()
                .map(claim -> claim.withEvidence(claim.evidence().stream()
                        .filter(document -> document.visibility().equals(PUBLIC))
                        .toList()))
                .toList());
    }
}
