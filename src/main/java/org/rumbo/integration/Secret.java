package org.rumbo.integration;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.rumbo.shared.Sha256;

/** Words that nobody guesses. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    static byte[] bytes() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 256 bits, as an address can hold them. */
    static String word() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    /** Something so random needs no salt and no slowness: there is no list to try. */
    static String hash(String word) {
        return Sha256.hex(word.getBytes(StandardCharsets.UTF_8));
    }
}
