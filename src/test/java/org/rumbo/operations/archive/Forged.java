package org.rumbo.operations.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Sha256;

/** An archive that somebody changed on the way, with or without the hashes that then fit. */
final class Forged {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private boolean hashed = true;

    static Forged of(Path archive) throws IOException {
        var forged = new Forged();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var content = zip.getInputStream(entry)) {
                    forged.parts.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return forged;
    }

    String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    Forged put(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    Forged put(String part, String content) {
        return put(part, content.getBytes(StandardCharsets.UTF_8));
    }

    Forged change(String part, UnaryOperator<String> change) {
        return put(part, change.apply(text(part)));
    }

    Forged without(String part) {
        parts.remove(part);
        return this;
    }

    /** Leaves the manifest as it was. */
    Forged unhashed() {
        hashed = false;
        return this;
    }

    Path write(Path folder) throws IOException {
        return write(folder, null);
    }

    /**
     * @param twice a part that is there a second time
     */
    Path write(Path folder, @Nullable String twice) throws IOException {
        if (hashed) {
            parts.remove(ArchiveFile.MANIFEST);
            put(
                    ArchiveFile.MANIFEST,
                    parts.entrySet().stream()
                            .map(part -> Sha256.hex(part.getValue()) + "  " + part.getKey() + "\n")
                            .collect(Collectors.joining()));
        }
        var file = Files.createTempFile(folder, "forged", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        if (twice != null) {
            // Written under a name of the same length, then renamed where the names stand: no library writes two.
            var bytes = Files.readAllBytes(file);
            var as = new String(bytes, StandardCharsets.ISO_8859_1).replace(twice, "README.md");
            Files.write(file, as.getBytes(StandardCharsets.ISO_8859_1));
        }
        return file;
    }
}
