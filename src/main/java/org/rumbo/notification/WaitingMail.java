package org.rumbo.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this node may send.
 *
 * @param kind the notice's, or {@code DIGEST}
 * @param notice what it tells of; null for a digest
 * @param attempts how often it was tried before
 * @param lease what shows that it is still this node's
 */
record WaitingMail(
        UUID id,
        UUID recipient,
        String kind,
        String topic,
        @Nullable UUID notice,
        int attempts,
        Instant madeAt,
        String stopToken,
        @Nullable UUID lease) {
    static final String DIGEST = "DIGEST";

    boolean isDigest() {
        return kind.equals(DIGEST);
    }
}
