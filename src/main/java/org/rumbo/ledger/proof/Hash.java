package org.rumbo.ledger.proof;

import java.util.Arrays;

/** A SHA-256 hash. */
public final class Hash {
    public static final int SIZE = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    public static Hash parse(String base64) {
        var bytes = Encoding.fromBase64(base64);
        if (bytes.length != SIZE) {
            throw new Refused(Fault.NOT_BASE64, base64);
        }
        return new Hash(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Standard base64, as checkpoints and proofs write it. */
    @Override
    public String toString() {
        return Encoding.base64(bytes);
    }
}
