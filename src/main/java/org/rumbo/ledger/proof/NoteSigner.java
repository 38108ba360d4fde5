package org.rumbo.ledger.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;

/** A private key that signs notes. Ed25519 is deterministic: the same text has the same signature for ever. */
public final class NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final PrivateKey privateKey;
    private final NoteVerifier verifier;

    private NoteSigner(String name, byte[] seed) {
        if (!KeyName.isValid(name)) {
            throw new IllegalArgumentException("Not a key's name: " + name);
        }
        this.seed = seed;
        try {
            this.privateKey = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            this.verifier = NoteVerifier.of(name, publicKey(seed));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has Ed25519", missing);
        }
    }

    public static NoteSigner generate(String name, SecureRandom random) {
        var seed = new byte[32];
        random.nextBytes(seed);
        return new NoteSigner(name, seed);
    }

    /** Reads what {@link #secretText()} writes. */
    public static NoteSigner parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new Refused(Fault.NOT_A_KEY, "");
        }
        var parts = KeyName.Parts.of(text.substring(PREFIX.length()));
        var signer = new NoteSigner(parts.name(), parts.key());
        if (signer.verifier.id() != parts.id()) {
            throw new Refused(Fault.NOT_A_KEY, parts.name());
        }
        return signer;
    }

    /** The text for the key's file, in the form of Go's {@code sumdb/note}; whoever has it can sign. */
    public String secretText() {
        return PREFIX + KeyName.write(name(), verifier.id(), seed);
    }

    public String name() {
        return verifier.name();
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    public byte[] sign(byte[] message) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A key that was read can sign", impossible);
        }
    }

    /** The JDK derives a public key only while it makes a pair, so it makes this one again from the same seed. */
    private static EdECPublicKey publicKey(byte[] seed) throws GeneralSecurityException {
        var pairs = KeyPairGenerator.getInstance("Ed25519");
        pairs.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return (EdECPublicKey) pairs.generateKeyPair().getPublic();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return verifier.vkey();
    }
}
