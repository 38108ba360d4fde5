package org.rumbo.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A file's bytes read in places, or all of them a window at a time; one byte is one sign. */
final class FileBytes {
    private static final int WINDOW = 256 * 1024;
    private static final int OVERLAP = 64;

    private final FileChannel file;

    FileBytes(FileChannel file) {
        this.file = file;
    }

    long size() throws IOException {
        return file.size();
    }

    /** So many bytes from there; fewer where the file ends. */
    ByteBuffer at(long place, int length) throws IOException {
        if (place < 0) {
            return ByteBuffer.allocate(0);
        }
        var bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, file.size() - place)));
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                break;
            }
        }
        return bytes.flip();
    }

    String text(long place, int length) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(at(place, length)).toString();
    }

    String end(int length) throws IOException {
        return text(Math.max(0, file.size() - length), length);
    }

    /** Whether it is so anywhere; what is looked for may be as long as a window's overlap. */
    boolean anywhere(Predicate<String> isSo) throws IOException {
        for (var place = 0L; place < file.size(); place += WINDOW - OVERLAP) {
            if (isSo.test(text(place, WINDOW))) {
                return true;
            }
        }
        return false;
    }
}
