package org.rumbo.integration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is sent as the Standard Webhooks convention has it (github.com/standard-webhooks/standard-webhooks, version 1):
 * HMAC-SHA-256 over id, time and body, so that nobody else can send it, change it, or send it again much later.
 */
final class HookSignature {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private HookSignature() {}

    /** The secret as its receiver is given it. */
    static String shown(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The content of {@code webhook-signature}: one for each secret that counts, so that secrets can change unnoticed. */
    static String header(List<byte[]> secrets, UUID id, long seconds, String body) {
        var content = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> VERSION + Base64.getEncoder().encodeToString(sign(secret, content)))
                .collect(Collectors.joining(" "));
    }

    static byte[] sign(byte[] secret, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }
}
