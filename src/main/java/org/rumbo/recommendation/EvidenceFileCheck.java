package org.rumbo.recommendation;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rumbo.file.EvidenceStore;
import org.rumbo.file.FileOwner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Holds the rows of evidence and the kept files against each other. */
@Service
public class EvidenceFileCheck {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceFileCheck.class);
    /** Between a file and its row lies one request; a day is more than enough. */
    private static final Duration UNTIL_SWEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final EvidenceStore store;
    private final List<FileOwner> others;
    private final Clock clock;

    EvidenceFileCheck(JdbcClient jdbc, EvidenceStore store, List<FileOwner> others, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.others = others;
        this.clock = clock;
    }

    /** What does not agree, one line each; empty where every file is there and is what was handed in. */
    public List<String> contradictions() {
        var found = new ArrayList<String>();
        jdbc.sql("select r.code, e.id, e.sha256 from evidence e join recommendation r on r.id = e.recommendation_id"
                        + " where e.file_type is not null and e.scan_state <> 'INFECTED' order by r.code, e.added_at")
                .query(row -> {
                    var file = row.getString("code") + ": the file of its evidence " + row.getString("id");
                    try {
                        if (!store.isWhole(row.getString("sha256"))) {
                            found.add(file + " is missing or is not the one that was handed in");
                        }
                    } catch (IOException unreadable) {
                        found.add(file + " cannot be read");
                    }
                });
        return found;
    }

    /** The hash of every file, by its evidence, as the rows have it; infected ones too. */
    public Map<UUID, String> hashes() {
        var hashes = new HashMap<UUID, String>();
        jdbc.sql("select id, sha256 from evidence where sha256 is not null").query(row -> {
            hashes.put(row.getObject("id", UUID.class), row.getString("sha256"));
        });
        return hashes;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT1H")
    void sweepUnneeded() {
        try {
            sweep();
        } catch (IOException failed) {
            LOG.warn("Files that nobody needs could not be removed: {}", failed.toString());
        }
    }

    /** Removes files of requests that ended without a row, and what was left half-way; says how many. */
    public int sweep() throws IOException {
        return store.sweep(clock.instant().minus(UNTIL_SWEPT), this::isNeeded);
    }

    private boolean isNeeded(String sha256) {
        return jdbc.sql("select count(*) from evidence where sha256 = ? and scan_state <> 'INFECTED'")
                                .param(sha256)
                                .query(Long.class)
                                .single()
                        > 0
                || others.stream().anyMatch(other -> other.needs(sha256));
    }
}
