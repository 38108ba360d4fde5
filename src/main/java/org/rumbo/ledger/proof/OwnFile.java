package org.rumbo.ledger.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A small file that nobody but its owner reads, and that is there whole or not at all, whenever the power goes. */
public final class OwnFile {
    private OwnFile() {}

    /** Whether the place knows who may read a file. */
    public static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Makes the folder, too, where it is missing. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        // Made for its owner alone from the first moment on.
        var passing = Files.createTempFile(folder, ".rumbo", ".part");
        try {
            try (var channel = FileChannel.open(passing, StandardOpenOption.WRITE)) {
                var content = ByteBuffer.wrap(bytes);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(passing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(passing);
        }
    }
}
