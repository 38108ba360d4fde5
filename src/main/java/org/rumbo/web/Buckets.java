package org.rumbo.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Where it is kept how much of an allowance is left. */
interface Buckets {
    /** What is left for one who is counted. */
    Bucket of(Limit limit, String key);

    /** Takes one; answers zero, or how long to wait where none is left. */
    default Duration take(Limit limit, String key) {
        var probe = of(limit, key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Puts one back. */
    default void giveBack(Limit limit, String key) {
        of(limit, key).addTokens(1);
    }

    /** Forgets those that are full again, where their number has no bound of its own. */
    default void forgetFull() {}

    static Bandwidth bandwidth(LimitSettings.Allowance allowance) {
        return Bandwidth.builder()
                .capacity(allowance.requests())
                .refillGreedy(allowance.requests(), allowance.in())
                .build();
    }
}
