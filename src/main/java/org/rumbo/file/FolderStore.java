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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Sha256;
import org.springframework.util.StreamUtils;

/**
 * Keeps files in a folder. A content is written beside the others under a passing name, brought to the disk, looked at, and
 * only then given the name of its hash in one step: nobody ever finds half a file under a hash.
 */
class FolderStore implements EvidenceStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 64 * 1024;

    private final Path kept;
    private final Path arriving;
    private final Clock clock;

    FolderStore(Path folder, Clock clock) {
        this.kept = folder.resolve("kept");
        this.arriving = folder.resolve("arriving");
        this.clock = clock;
    }

    @Override
    public Kept keep(InputStream content, long largest, Inspection inspection) throws IOException {
        Files.createDirectories(arriving);
        var passing = Files.createTempFile(arriving, "", ".part");
        try {
            var digest = Sha256.digest();
            var size = write(content, largest, passing, digest);
            var found = inspection.of(passing);
            var hash = HexFormat.of().formatHex(digest.digest());
            // The sweeper goes by this time, which is the application's and not the disk's.
            Files.setLastModifiedTime(passing, FileTime.from(clock.instant()));
            var place = place(hash);
            var among = Objects.requireNonNull(place.getParent());
            Files.createDirectories(among);
            // Takes the place of the same content, whoever else brings it at this moment.
            Files.move(passing, place, StandardCopyOption.ATOMIC_MOVE);
            bringToDisk(among);
            return new Kept(hash, size, found);
        } finally {
            Files.deleteIfExists(passing);
        }
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

    /** The new name, too, must outlive a loss of power. */
    private static void bringToDisk(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    @Override
    public boolean isWhole(String sha256) throws IOException {
        try (var content = open(sha256)) {
            var digest = Sha256.digest();
            StreamUtils.drain(new DigestInputStream(content, digest));
            return HexFormat.of().formatHex(digest.digest()).equals(sha256);
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    @Override
    public int sweep(Instant before, Predicate<String> isNeeded) throws IOException {
        var removed = 0;
        for (var file : files(arriving)) {
            if (isOlder(file, before) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        for (var file : files(kept)) {
            var name = file.getFileName().toString();
            if (HASH.matcher(name).matches()
                    && isOlder(file, before)
                    && !isNeeded.test(name)
                    && removed(file, before)) {
                removed++;
            }
        }
        return removed;
    }

    /** Somebody may bring the same content at this moment: what turns out to be new is put back. */
    private boolean removed(Path file, Instant before) throws IOException {
        var aside = Files.createTempFile(arriving, "", ".gone");
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            if (isOlder(aside, before)) {
                return true;
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return false;
        } catch (NoSuchFileException another) {
            return false;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path place(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not the hash of a file");
        }
        return kept.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
