package org.rumbo.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Sha256;

/** Where contents are while nobody knows yet what they are: files on this machine under passing names. */
class Arrivals {
    private static final int CHUNK = 64 * 1024;

    private final Path folder;

    /** What is done with a content once all of it is here; afterwards its passing file is gone. */
    interface Use<T> {
        T of(Path passing, String sha256, long size) throws IOException;
    }

    Arrivals(Path folder) {
        this.folder = folder.resolve("arriving");
    }

    /** Refuses (413) what has more bytes than are taken. */
    <T> T receive(InputStream content, long largest, Use<T> use) throws IOException {
        var passing = name(".part");
        try {
            var digest = Sha256.digest();
            var size = write(content, largest, passing, digest);
            return use.of(passing, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    /** A new file under a name that nobody else has. */
    Path name(String ending) throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "", ending);
    }

    private long write(InputStream content, long largest, Path to, MessageDigest digest) throws IOException {
        var size = 0L;
        try (var out = open(to)) {
            var chunk = new byte[CHUNK];
            for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > largest) {
                    throw new DomainException(ProblemType.TOO_LARGE);
                }
                out.write(chunk, 0, read);
                digest.update(chunk, 0, read);
            }
        }
        return size;
    }

    /** Closing it brings the content to the disk. */
    OutputStream open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    channel.force(true);
                }
            }
        };
    }

    /** Removes what was left half-way before that time; says how many. */
    int sweep(Instant before) throws IOException {
        var removed = 0;
        for (var file : files(folder)) {
            if (isOlder(file, before) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
