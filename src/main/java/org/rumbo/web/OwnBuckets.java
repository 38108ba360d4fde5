package org.rumbo.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Buckets of this process alone, a bounded number of them: the one that was asked for longest ago is forgotten first. */
class OwnBuckets implements Buckets {
    private static final int MOST = 20_000;

    private final LimitSettings settings;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    OwnBuckets(LimitSettings settings) {
        this.settings = settings;
    }

    static Bandwidth bandwidth(LimitSettings.Allowance allowance) {
        return Bandwidth.builder()
                .capacity(allowance.requests())
                .refillGreedy(allowance.requests(), allowance.in())
                .build();
    }

    @Override
    public Duration take(Limit limit, String key) {
        var probe = bucket(limit, key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    @Override
    public void giveBack(Limit limit, String key) {
        bucket(limit, key).addTokens(1);
    }

    @Override
    public void forgetFull() {
        // The bound is enough.
    }

    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket(Limit limit, String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, absent -> Bucket.builder()
                    .addLimit(bandwidth(settings.of(limit)))
                    .build());
        }
    }
}
