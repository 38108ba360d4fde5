package org.rumbo.source;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attaches the paper's own words to recommendations: each version once, never over another. */
@Component
class Wordings {
    private final JdbcClient jdbc;
    private final RecommendationLifecycle lifecycle;
    private final ApplicationEventPublisher events;

    Wordings(JdbcClient jdbc, RecommendationLifecycle lifecycle, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.lifecycle = lifecycle;
        this.events = events;
    }

    private record Latest(
            int version, String sha256, @Nullable String corrected) {}

    /** Says whether these words were not there already. */
    boolean attach(PassageItem item, UUID paperImport, FoundPassage passage, UUID by, Instant at) {
        var about = lifecycle.lockedFor(new RecommendationCode(item.code()), by);
        var latest = latest(about.recommendation());
        if (latest.isPresent()
                && latest.get().sha256().equals(passage.sha256())
                && Objects.equals(latest.get().corrected(), item.corrected())) {
            return false;
        }
        var version = latest.map(Latest::version).orElse(0) + 1;
        jdbc.sql("insert into wording (id, recommendation_id, version, import_id, passage, part, text, sha256,"
                        + " corrected, corrected_sha256, attached_by, attached_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        UUID.randomUUID(),
                        about.recommendation(),
                        version,
                        paperImport,
                        passage.number(),
                        item.part(),
                        passage.text(),
                        passage.sha256(),
                        item.corrected(),
                        item.corrected() == null ? null : hash(item.corrected()),
                        by,
                        Timestamp.from(at)))
                .update();
        events.publishEvent(
                new WordingAttached(about, paperImport, passage.number(), version, passage.sha256(), item.corrected()));
        return true;
    }

    static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Latest> latest(UUID recommendation) {
        return jdbc.sql("select version, sha256, corrected from wording where recommendation_id = ?"
                        + " order by version desc fetch first 1 rows only")
                .param(recommendation)
                .query((row, number) -> new Latest(row.getInt(1), row.getString(2), row.getString(3)))
                .optional();
    }
}
