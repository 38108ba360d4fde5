package org.rumbo.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals the secrets of web hooks (AES-256-GCM) with a key that the database and its backups do not hold: the one that was set,
 * which several nodes share, else one that is made in the data folder when the first secret is.
 */
@Component
class SealedSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String set;
    private final Path file;
    private volatile @Nullable SecretKeySpec known;

    SealedSecrets(@Value("${rumbo.webhooks.key:}") String set, @Value("${rumbo.data}") Path data) {
        this.set = set.strip();
        this.file = data.resolve("webhooks.key");
        if (!this.set.isEmpty()) {
            key(this.set);
        }
    }

    byte[] seal(UUID webhook, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = apply(Cipher.ENCRYPT_MODE, webhook, nonce, secret);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(UUID webhook, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return apply(Cipher.DECRYPT_MODE, webhook, nonce, rest);
    }

    /** Bound to its web hook: what is copied from one row to another opens nothing. */
    private byte[] apply(int mode, UUID webhook, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(webhook.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "The secret of a web hook was sealed with another key than this one", wrongKey);
        }
    }

    private SecretKeySpec key() {
        var key = known;
        if (key == null) {
            key = key(set.isEmpty() ? ofFile() : set);
            known = key;
        }
        return key;
    }

    private static SecretKeySpec key(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, without the text itself.
        }
        throw new IllegalStateException("rumbo.webhooks.key must be " + KEY_BYTES + " random bytes in Base64");
    }

    private String ofFile() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            make();
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException notPossible) {
            throw new UncheckedIOException("The key of the web hooks cannot be kept in " + file, notPossible);
        }
    }

    private void make() throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var content = ByteBuffer.wrap(
                Base64.getEncoder().encodeToString(Secret.bytes()).getBytes(StandardCharsets.US_ASCII));
        if (Files.exists(file)) {
            return;
        }
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.newByteChannel(file, options, ownerOnly)
                : Files.newByteChannel(file, options)) {
            channel.write(content);
        } catch (FileAlreadyExistsException meanwhile) {
            // Another process was faster: its key is the one.
        }
    }
}
