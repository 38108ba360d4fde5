package org.rumbo.reporting;

import java.nio.charset.StandardCharsets;
import org.rumbo.shared.Sha256;

/**
 * A report as bytes, with the fingerprint by which anybody can tell whether two copies are the same.
 *
 * @param sha256 in lower-case hexadecimal digits
 */
public record ReportFile(byte[] content, String sha256) {
    static ReportFile of(byte[] content) {
        return new ReportFile(content, sha256(content));
    }

    static ReportFile of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] content) {
        return Sha256.hex(content);
    }
}
