package org.rumbo.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says, in each form, for whom it was drawn, so that what she wrote can be kept for her and nobody else where her session
 * ended before she sent it. It opens nothing: it can only put words into her own drafts.
 */
@Component
class FormOwner {
    static final String FIELD = "_by";
    private static final Duration BELIEVED = Duration.ofDays(7);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNED = 2 * Long.BYTES + Long.BYTES;
    private static final int SIGNATURE = 16;

    private final Clock clock;
    private final byte[] secret;

    FormOwner(JdbcClient jdbc, Clock clock) {
        this.clock = clock;
        this.secret = secret(jdbc);
    }

    String mark(UUID person) {
        var text = ByteBuffer.allocate(SIGNED)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .putLong(clock.instant().getEpochSecond())
                .array();
        var marked = ByteBuffer.allocate(SIGNED + SIGNATURE)
                .put(text)
                .put(sign(text))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(marked);
    }

    Optional<UUID> of(@Nullable String mark) {
        if (mark == null) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(mark);
            var text = Arrays.copyOf(bytes, SIGNED);
            if (bytes.length != SIGNED + SIGNATURE
                    || !MessageDigest.isEqual(sign(text), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
                return Optional.empty();
            }
            var read = ByteBuffer.wrap(text);
            var person = new UUID(read.getLong(), read.getLong());
            var drawn = Instant.ofEpochSecond(read.getLong());
            return drawn.plus(BELIEVED).isAfter(clock.instant()) ? Optional.of(person) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] sign(byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HMAC", missing);
        }
    }

    /** All nodes share one, made by the first that starts. */
    private static byte[] secret(JdbcClient jdbc) {
        var known = read(jdbc);
        if (known.isPresent()) {
            return known.get();
        }
        var made = new byte[32];
        new SecureRandom().nextBytes(made);
        try {
            jdbc.sql("insert into form_secret (id, secret) values (1, ?)")
                    .param(made)
                    .update();
            return made;
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            return read(jdbc).orElseThrow();
        }
    }

    private static Optional<byte[]> read(JdbcClient jdbc) {
        return jdbc.sql("select secret from form_secret where id = 1")
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
