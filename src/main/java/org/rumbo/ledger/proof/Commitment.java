package org.rumbo.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for a text in an event that can never be erased: an HMAC-SHA-256 (RFC 2104) under a random salt. With salt and
 * text anybody can check it; without them it tells nothing.
 */
public record Commitment(byte[] salt, String text, String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @param subject the item that the text belongs to, or the event itself where it belongs to none
     */
    public static Commitment to(String field, UUID subject, String text) {
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        return new Commitment(salt, normal, of(salt, field, subject, normal));
    }

    /** The commitment's value in standard base64. */
    public static String of(byte[] salt, String field, UUID subject, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            for (var part : new String[] {"v1", field, subject.toString()}) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", missing);
        }
    }
}
