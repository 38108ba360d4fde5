package org.rumbo.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Where files are kept, each under the hash of its content: the same content is kept once, whoever hands it in, and what was
 * exchanged behind Rumbo's back no longer fits its address.
 */
public interface EvidenceStore {
    /** What a file is found to be before it is kept; refuses what must not be. */
    interface Inspection {
        Found of(Path file) throws IOException;
    }

    record Found(FileType type, boolean active) {}

    record Kept(String sha256, long size, Found found) {}

    /**
     * Keeps a content, or nothing of it: what is too large, does not pass the inspection or cannot be written leaves no trace.
     *
     * @param largest how many bytes are taken
     */
    Kept keep(InputStream content, long largest, Inspection inspection) throws IOException;

    /** Refuses ({@link NoSuchFileException}) where nothing is kept under that hash. */
    InputStream open(String sha256) throws IOException;

    /** Whether it is there and still has the hash that it is kept under. */
    default boolean isWhole(String sha256) throws IOException {
        try (var content = open(sha256)) {
            return ContentHash.of(content).equals(sha256);
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    void remove(String sha256) throws IOException;

    /**
     * Removes what has been kept since before that time and nobody needs, and what was left half-way.
     *
     * @return how many were removed
     */
    int sweep(Instant before, Predicate<String> isNeeded) throws IOException;
}
