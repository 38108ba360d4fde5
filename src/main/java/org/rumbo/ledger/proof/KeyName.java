package org.rumbo.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.rumbo.shared.Sha256;

/** Names and numbers of keys as c2sp.org/signed-note defines them. */
final class KeyName {
    static final byte ED25519 = 1;

    private KeyName() {}

    /** Not empty, without spaces of any kind, control characters and {@code +}. */
    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.length() <= 200
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE);
    }

    /** The first four bytes of the hash over name, line feed, algorithm and key. */
    static int id(String name, byte[] publicKey) {
        var sha256 = Sha256.digest();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(ED25519);
        return ByteBuffer.wrap(sha256.digest(publicKey)).getInt();
    }

    /** {@code name+id+base64(algorithm, key)}, which public and private keys share. */
    static String write(String name, int id, byte[] key) {
        var withAlgorithm = new byte[key.length + 1];
        withAlgorithm[0] = ED25519;
        System.arraycopy(key, 0, withAlgorithm, 1, key.length);
        return "%s+%08x+%s".formatted(name, id, Encoding.base64(withAlgorithm));
    }

    /** The parts of a key's text: split at the first two {@code +} alone, since base64 has its own. */
    record Parts(String name, int id, byte[] key) {
        static Parts of(String text) {
            var parts = text.split("\\+", 3);
            if (parts.length != 3 || !isValid(parts[0]) || !parts[1].matches("[0-9a-f]{8}")) {
                throw new Refused(Fault.NOT_A_KEY, "");
            }
            var key = Encoding.fromBase64(parts[2]);
            if (key.length != 33 || key[0] != ED25519) {
                throw new Refused(Fault.NOT_A_KEY, parts[0]);
            }
            return new Parts(parts[0], Integer.parseUnsignedInt(parts[1], 16), Arrays.copyOfRange(key, 1, 33));
        }
    }
}
