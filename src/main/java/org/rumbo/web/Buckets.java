package org.rumbo.web;

import java.time.Duration;

/** Where it is kept how much of an allowance is left. */
interface Buckets {
    /** Takes one; answers zero, or how long to wait where none is left. */
    Duration take(Limit limit, String key);

    /** Puts one back. */
    void giveBack(Limit limit, String key);

    /** Forgets those that are full again. */
    void forgetFull();
}
