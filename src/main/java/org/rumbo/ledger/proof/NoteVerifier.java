package org.rumbo.ledger.proof;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** A public key that notes are checked with: Ed25519 (RFC 8032) under a name. */
public final class NoteVerifier {
    private final String name;
    private final int id;
    private final byte[] key;
    private final PublicKey publicKey;

    private NoteVerifier(String name, byte[] key) {
        this.name = name;
        this.id = KeyName.id(name, key);
        this.key = key;
        this.publicKey = publicKey(key);
    }

    static NoteVerifier of(String name, EdECPublicKey publicKey) {
        return new NoteVerifier(name, raw(publicKey));
    }

    /** Reads a key's text ({@code vkey}): {@code name+id+base64}. */
    public static NoteVerifier parse(String vkey) {
        var parts = KeyName.Parts.of(vkey);
        if (KeyName.id(parts.name(), parts.key()) != parts.id()) {
            throw new Refused(Fault.NOT_A_KEY, parts.name());
        }
        return new NoteVerifier(parts.name(), parts.key());
    }

    /** The text to publish. */
    public String vkey() {
        return KeyName.write(name, id, key);
    }

    public String name() {
        return name;
    }

    /** The number that a signature names its key by. */
    public int id() {
        return id;
    }

    /** The key's number as people compare it. */
    public String idText() {
        return "%08x".formatted(id);
    }

    public boolean verify(byte[] message, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    /** RFC 8032, section 5.1.2: y with its lowest byte first, and the lowest bit of x in the highest bit. */
    private static byte[] raw(EdECPublicKey publicKey) {
        var y = publicKey.getPoint().getY().toByteArray();
        var raw = new byte[32];
        for (var i = 0; i < y.length && i < raw.length; i++) {
            raw[i] = y[y.length - 1 - i];
        }
        if (publicKey.getPoint().isXOdd()) {
            raw[31] |= (byte) 0x80;
        }
        return raw;
    }

    private static PublicKey publicKey(byte[] raw) {
        var y = new byte[32];
        for (var i = 0; i < 32; i++) {
            y[i] = raw[31 - i];
        }
        var xOdd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        try {
            var point = new EdECPoint(xOdd, new BigInteger(1, y));
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException noPoint) {
            throw new Refused(Fault.NOT_A_KEY, "");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier verifier && name.equals(verifier.name) && Arrays.equals(key, verifier.key);
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return vkey();
    }
}
