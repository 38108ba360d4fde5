package org.rumbo.web;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Buckets in the database, so that all nodes count together. They go by the system's time and not by the application's
 * clock: a load is real at the moment at which it comes, whatever date the network counts with.
 */
class SharedBuckets implements Buckets {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FULL_FOR = Duration.ofMinutes(1);
    private static final int AT_ONCE = 5000;

    private final LimitSettings settings;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    SharedBuckets(LimitSettings settings, DataSource database) {
        this.settings = settings;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .idColumn("bucket")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(TimeMeter.SYSTEM_MILLISECONDS)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(FULL_FOR))
                .requestTimeout(PATIENCE)
                .build();
    }

    @Override
    public void forgetFull() {
        var removed = AT_ONCE;
        while (removed == AT_ONCE) {
            removed = buckets.removeExpired(AT_ONCE);
        }
    }

    @Override
    public BucketProxy of(Limit limit, String key) {
        return buckets.builder().build(key, () -> BucketConfiguration.builder()
                .addLimit(Buckets.bandwidth(settings.of(limit)))
                .build());
    }
}
