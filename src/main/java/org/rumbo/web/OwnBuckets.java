package org.rumbo.web;

import io.github.bucket4j.Bucket;
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

    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    @Override
    public Bucket of(Limit limit, String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, absent -> Bucket.builder()
                    .addLimit(Buckets.bandwidth(settings.of(limit)))
                    .build());
        }
    }
}
