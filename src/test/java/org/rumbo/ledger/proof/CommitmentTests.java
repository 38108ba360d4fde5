package org.rumbo.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommitmentTests {
    private static final UUID ITEM = UUID.fromString("0b5e0b5e-0000-4000-8000-00000000abcd");

    /** The definition of RFC 2104, spelt out with a bare hash: nothing is shared with what it checks but SHA-256. */
    @Test
    void isTheHmacOfFieldItemAndText() throws Exception {
        var commitment = Commitment.to("statement", ITEM, "Perú: «sí», 漢字 😂");
        assertThat(commitment.salt()).hasSize(32);
        assertThat(commitment.value())
                .isEqualTo(hmac(commitment.salt(), "statement", ITEM.toString(), "Perú: «sí», 漢字 😂"));
    }

    /** Computed with Python: hmac.new(bytes(range(32)), b"v1\0reason\0" + item + b"\0" + text, sha256). */
    @Test
    void agreesWithAnotherProgram() {
        var salt = new byte[32];
        for (var i = 0; i < salt.length; i++) {
            salt[i] = (byte) i;
        }
        assertThat(Commitment.of(salt, "reason", ITEM, "La ley 31000 está vigente."))
                .isEqualTo("HR3v62iwmv4F1btH5mEv7xL2S0F0HelJ8Qzpsjn6/IU=");
    }

    @Test
    void twoOfTheSameTextAreNotAlike() {
        var values = new HashSet<String>();
        for (var i = 0; i < 100; i++) {
            values.add(Commitment.to("reason", ITEM, "no").value());
        }
        assertThat(values).hasSize(100);
    }

    @Test
    void isBoundToFieldAndItem() {
        var salt = new byte[32];
        var value = Commitment.of(salt, "reason", ITEM, "text");
        assertThat(Commitment.of(salt, "statement", ITEM, "text")).isNotEqualTo(value);
        assertThat(Commitment.of(salt, "reason", UUID.randomUUID(), "text")).isNotEqualTo(value);
        assertThat(Commitment.of(salt, "reason", ITEM, "text ")).isNotEqualTo(value);
    }

    @Test
    void keepsTheTextInNormalFormC() {
        var commitment = Commitment.to("reason", ITEM, "Peru\u0301");
        assertThat(commitment.text()).isEqualTo("Per\u00fa");
        assertThat(commitment.value()).isEqualTo(Commitment.of(commitment.salt(), "reason", ITEM, "Per\u00fa"));
    }

    private static String hmac(byte[] key, String field, String item, String text) throws Exception {
        var message = new ByteArrayOutputStream();
        for (var part : new String[] {"v1", field, item}) {
            message.write(part.getBytes(StandardCharsets.UTF_8));
            message.write(0);
        }
        message.write(text.getBytes(StandardCharsets.UTF_8));
        var sha = MessageDigest.getInstance("SHA-256");
        var inner = pad(key, 0x36);
        var outer = pad(key, 0x5c);
        sha.update(inner);
        var hash = sha.digest(message.toByteArray());
        sha.update(outer);
        return Base64.getEncoder().encodeToString(sha.digest(hash));
    }

    private static byte[] pad(byte[] key, int with) {
        var block = Arrays.copyOf(key, 64);
        for (var i = 0; i < block.length; i++) {
            block[i] ^= (byte) with;
        }
        return block;
    }
}
