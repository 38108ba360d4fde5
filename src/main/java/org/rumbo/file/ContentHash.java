package org.rumbo.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.rumbo.shared.Sha256;
import org.springframework.util.StreamUtils;

/** The name under which a content is kept. */
final class ContentHash {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private ContentHash() {}

    static boolean isOne(String name) {
        return HASH.matcher(name).matches();
    }

    static void require(String sha256) {
        if (!isOne(sha256)) {
            throw new IllegalArgumentException("Not the hash of a file");
        }
    }

    static String of(InputStream content) throws IOException {
        var digest = Sha256.digest();
        StreamUtils.drain(new DigestInputStream(content, digest));
        return HexFormat.of().formatHex(digest.digest());
    }
}
