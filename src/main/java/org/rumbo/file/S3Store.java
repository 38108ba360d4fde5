package org.rumbo.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps files in an S3-compatible object store. A content is written on this machine under a passing name and looked at there;
 * only then it is sent, under the name of its hash, where it appears whole or not at all. What is read is fetched whole before
 * anybody gets a byte of it.
 */
final class S3Store implements EvidenceStore, AutoCloseable {
    private static final String KEPT = "kept/";
    private static final String LEAVING = "leaving/";
    private static final int TRIES = 3;

    private final S3Objects objects;
    private final Arrivals arrivals;
    private final Clock clock;

    S3Store(S3Objects objects, Arrivals arrivals, Clock clock) {
        this.objects = objects;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public Kept keep(InputStream content, long largest, Inspection inspection) throws IOException {
        return arrivals.receive(content, largest, (passing, hash, size) -> {
            var found = inspection.of(passing);
            for (var tries = 0; tries < TRIES; tries++) {
                objects.put(place(hash), passing, clock.instant());
                if (stays(hash)) {
                    return new Kept(hash, size, found);
                }
            }
            throw new StoreAway("The same content is being removed at this moment");
        });
    }

    /**
     * Whether no sweeper takes it away. A sweeper says so before it looks how old the content is, and unsays it after the
     * content is gone: whoever then finds neither the note nor a gap has been seen by every sweeper.
     */
    private boolean stays(String hash) throws IOException {
        return objects.names(leaving(hash), null).keys().isEmpty() && objects.keptAt(place(hash)) != null;
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        var fetched = arrivals.name(".out");
        try {
            objects.fetch(place(sha256), fetched);
            return Files.newInputStream(fetched, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(fetched);
            throw failed;
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        objects.delete(place(sha256));
    }

    @Override
    public int sweep(Instant before, Predicate<String> isNeeded) throws IOException {
        var removed = arrivals.sweep(before);
        for (var key : all(KEPT)) {
            var hash = key.substring(key.lastIndexOf('/') + 1);
            if (ContentHash.isOne(hash)
                    && key.equals(place(hash))
                    && !isNeeded.test(hash)
                    && isOlder(key, before)
                    && removed(hash, before)) {
                removed++;
            }
        }
        for (var note : all(LEAVING)) {
            if (isOlder(note, before)) {
                objects.delete(note);
            }
        }
        return removed;
    }

    /** Somebody may bring the same content at this moment: it is said beforehand that it goes, and looked at once more. */
    private boolean removed(String hash, Instant before) throws IOException {
        var note = leaving(hash) + UUID.randomUUID();
        objects.mark(note, clock.instant());
        var goes = isOlder(place(hash), before);
        if (goes) {
            objects.delete(place(hash));
        }
        objects.delete(note);
        return goes;
    }

    private boolean isOlder(String key, Instant before) throws IOException {
        var at = objects.keptAt(key);
        return at != null && at.isBefore(before);
    }

    private List<String> all(String prefix) throws IOException {
        var keys = new ArrayList<String>();
        @Nullable String from = null;
        do {
            var page = objects.names(prefix, from);
            keys.addAll(page.keys());
            from = page.next();
        } while (from != null);
        return keys;
    }

    private static String place(String sha256) {
        ContentHash.require(sha256);
        return KEPT + sha256.substring(0, 2) + "/" + sha256;
    }

    private static String leaving(String sha256) {
        return LEAVING + sha256 + "/";
    }

    @Override
    public void close() {
        objects.close();
    }
}
