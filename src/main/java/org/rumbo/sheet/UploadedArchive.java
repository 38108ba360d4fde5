package org.rumbo.sheet;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The one place that unpacks what was uploaded. What the archive claims of itself is checked before anything is unpacked, and held
 * against what comes out while it is. Nothing is ever written under a name from it.
 */
final class UploadedArchive implements AutoCloseable {
    /** Below this a high ratio is no danger. */
    private static final long SMALL = 1 << 20;

    private static final int SKIPPED = 8192;

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private UploadedArchive(ZipFile zip) {
        this.zip = zip;
    }

    static UploadedArchive open(Path file) throws WorkbookRefused, IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException broken) {
            throw new WorkbookRefused(WorkbookRefused.Reason.DAMAGED);
        }
        var archive = new UploadedArchive(zip);
        try {
            archive.check();
            return archive;
        } catch (WorkbookRefused | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private void check() throws WorkbookRefused {
        if (zip.size() > SheetLimits.PARTS) {
            throw new WorkbookRefused(WorkbookRefused.Reason.UNPACKS_TO_TOO_MUCH);
        }
        var whole = 0L;
        for (var entry : Collections.list(zip.entries())) {
            var size = entry.getSize();
            whole += Math.max(size, 0);
            if (size < 0
                    || size > SheetLimits.UNPACKED
                    || whole > SheetLimits.UNPACKED
                    || (size > SMALL && size / SheetLimits.RATIO > entry.getCompressedSize())) {
                throw new WorkbookRefused(WorkbookRefused.Reason.UNPACKS_TO_TOO_MUCH);
            }
            if (!isDecent(entry.getName()) || parts.put(key(entry.getName()), entry) != null) {
                throw new WorkbookRefused(WorkbookRefused.Reason.DAMAGED);
            }
            if (!entry.isDirectory()) {
                names.add(entry.getName());
            }
        }
    }

    private static boolean isDecent(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains("\0")
                && !name.contains(":")
                && !List.of(name.split("/")).contains("..");
    }

    /** Capitals do not tell parts apart (ECMA-376 part 2, 6.3.5). */
    private static String key(String name) {
        var bare = name.startsWith("/") ? name.substring(1) : name;
        return bare.toLowerCase(Locale.ROOT);
    }

    /** In the archive's order, folders left out. */
    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** The part's bytes, unpacked; null where there is none. More than it claims to be is a bomb, less is damage. */
    @Nullable
    InputStream open(String name) throws IOException {
        var entry = parts.get(key(name));
        if (entry == null) {
            return null;
        }
        try {
            return new Measured(zip.getInputStream(entry), entry.getSize());
        } catch (ZipException broken) {
            throw new Refusal(WorkbookRefused.Reason.DAMAGED);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Carries a refusal through code that reads streams. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        private final WorkbookRefused.Reason reason;

        Refusal(WorkbookRefused.Reason reason) {
            this.reason = reason;
        }

        WorkbookRefused asRefused() {
            return new WorkbookRefused(reason);
        }
    }

    private static final class Measured extends FilterInputStream {
        private long left;

        Measured(InputStream in, long size) {
            super(in);
            left = size;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read;
            try {
                read = super.read(bytes, from, count);
            } catch (ZipException | EOFException broken) {
                throw new Refusal(WorkbookRefused.Reason.DAMAGED);
            }
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new Refusal(WorkbookRefused.Reason.UNPACKS_TO_TOO_MUCH);
            }
            if (read < 0 && left > 0) {
                throw new Refusal(WorkbookRefused.Reason.DAMAGED);
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            // By reading, so that it counts.
            return Math.max(read(new byte[(int) Math.min(Math.max(count, 0), SKIPPED)]), 0);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
