package org.rumbo.operations.archive;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rumbo.shared.Sha256;

/** Writes the parts of an archive one after the other, and at last the hash of each. */
final class ArchiveWriter implements AutoCloseable {
    /** The moment at which ZIP's time begins: the same content makes the same file. */
    private static final long NO_TIME = 315_532_800_000L;

    private final ZipOutputStream zip;
    private final Map<String, Part> parts = new TreeMap<>();

    record Part(String sha256, long size) {}

    /** Writes into a part as it comes. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    ArchiveWriter(Path file) throws IOException {
        zip = new ZipOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)));
    }

    Part add(String name, Content content) throws IOException {
        var digest = Sha256.digest();
        zip.putNextEntry(entry(name));
        var counted = new Counted(new DigestOutputStream(zip, digest));
        content.to(counted);
        zip.closeEntry();
        var part = new Part(HexFormat.of().formatHex(digest.digest()), counted.size);
        parts.put(name, part);
        return part;
    }

    Part add(String name, String text) throws IOException {
        return add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    Part add(String name, InputStream content) throws IOException {
        return add(name, content::transferTo);
    }

    /** The hashes, as {@code sha256sum -c} takes them. */
    void manifest() throws IOException {
        var lines = new StringBuilder();
        parts.forEach((name, part) ->
                lines.append(part.sha256()).append("  ").append(name).append('\n'));
        zip.putNextEntry(entry(ArchiveFile.MANIFEST));
        zip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends FilterOutputStream {
        private long size;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
        }

        /** The archive goes on behind this part. */
        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
