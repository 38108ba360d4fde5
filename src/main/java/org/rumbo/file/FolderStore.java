package org.rumbo.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Keeps files in a folder. A content is written beside the others under a passing name, brought to the disk, looked at, and
 * only then given the name of its hash in one step: nobody ever finds half a file under a hash.
 */
class FolderStore implements EvidenceStore {
    private final Path kept;
    private final Arrivals arrivals;
    private final Clock clock;

    FolderStore(Path folder, Clock clock) {
        this(folder, new Arrivals(folder), clock);
    }

    FolderStore(Path folder, Arrivals arrivals, Clock clock) {
        this.kept = folder.resolve("kept");
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public Kept keep(InputStream content, long largest, Inspection inspection) throws IOException {
        return arrivals.receive(content, largest, (passing, hash, size) -> {
            var found = inspection.of(passing);
            // The sweeper goes by this time, which is the application's and not the disk's.
            Files.setLastModifiedTime(passing, FileTime.from(clock.instant()));
            var place = place(hash);
            var among = Objects.requireNonNull(place.getParent());
            Files.createDirectories(among);
            // Takes the place of the same content, whoever else brings it at this moment.
            Files.move(passing, place, StandardCopyOption.ATOMIC_MOVE);
            bringToDisk(among);
            return new Kept(hash, size, found);
        });
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
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    @Override
    public int sweep(Instant before, Predicate<String> isNeeded) throws IOException {
        var removed = arrivals.sweep(before);
        for (var file : Arrivals.files(kept)) {
            var name = file.getFileName().toString();
            if (ContentHash.isOne(name)
                    && Arrivals.isOlder(file, before)
                    && !isNeeded.test(name)
                    && removed(file, before)) {
                removed++;
            }
        }
        return removed;
    }

    /** Somebody may bring the same content at this moment: what turns out to be new is put back. */
    private boolean removed(Path file, Instant before) throws IOException {
        var aside = arrivals.name(".gone");
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            if (Arrivals.isOlder(aside, before)) {
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

    private Path place(String sha256) {
        ContentHash.require(sha256);
        return kept.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
