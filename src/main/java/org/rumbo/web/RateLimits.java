package org.rumbo.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.rumbo.shared.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says whether somebody asks for too much. Several nodes count together; where the database cannot be asked, each counts for
 * itself: then nobody is locked out, and nobody may guess passwords without end either.
 */
@Component
class RateLimits {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final boolean enabled;
    private final Buckets buckets;
    private final Buckets own;
    private final AtomicLong saidSo = new AtomicLong(System.nanoTime() - QUIET.toNanos());

    @Autowired
    RateLimits(LimitSettings settings, DataSource database) {
        // One process alone holds an H2 database, so what it counts is all there is.
        this(settings, Vendor.isPostgres(database) ? new SharedBuckets(settings, database) : new OwnBuckets(settings));
    }

    RateLimits(LimitSettings settings, Buckets buckets) {
        this.enabled = settings.enabled();
        this.buckets = buckets;
        this.own = new OwnBuckets(settings);
    }

    /** Counts one more of somebody; answers zero, or how long she must wait. */
    Duration take(Limit limit, String who) {
        if (!enabled) {
            return Duration.ZERO;
        }
        var key = key(limit, who);
        try {
            return buckets.take(limit, key);
        } catch (RuntimeException unavailable) {
            sayThatEachCountsAlone(unavailable);
            return own.take(limit, key);
        }
    }

    /** Does not count what was counted: it turned out to be as it should be. */
    void giveBack(Limit limit, String who) {
        if (!enabled) {
            return;
        }
        try {
            buckets.giveBack(limit, key(limit, who));
        } catch (RuntimeException unavailable) {
            sayThatEachCountsAlone(unavailable);
        }
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetFull() {
        try {
            buckets.forgetFull();
        } catch (RuntimeException unavailable) {
            sayThatEachCountsAlone(unavailable);
        }
    }

    /** Once a minute: a log that fills up helps nobody. */
    private void sayThatEachCountsAlone(RuntimeException unavailable) {
        var last = saidSo.get();
        var now = System.nanoTime();
        if (now - last >= QUIET.toNanos() && saidSo.compareAndSet(last, now)) {
            LOG.warn("Limits cannot be counted in the database, this node counts alone: {}", unavailable.toString());
        }
    }

    /** Neither an address nor a name stands in the table. */
    private static String key(Limit limit, String who) {
        var digest = Sha256.digest().digest(who.getBytes(StandardCharsets.UTF_8));
        return limit + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
