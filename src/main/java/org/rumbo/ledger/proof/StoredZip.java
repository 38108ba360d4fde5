package org.rumbo.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A ZIP file that has one form only: nothing compressed, no time, no folder, no extra field. So equal parts make equal
 * bytes, and whoever reads it can write it again and compare.
 */
final class StoredZip {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_SIZE = 30;
    private static final short VERSION = 10;
    private static final short NAMES_IN_UTF_8 = 0x0800;
    /** The first of January 1980, the earliest day that the format knows. */
    private static final short DAY = 0x21;

    static final int MOST_PARTS = 1_000;

    private final OutputStream out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long written;
    private int parts;

    StoredZip(OutputStream out) {
        this.out = out;
    }

    /** Writes a part's head; exactly so many bytes of content must follow, by the caller. */
    void begin(String name, long size, int crc) throws IOException {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        if (written + size > Integer.MAX_VALUE || parts == MOST_PARTS) {
            throw new IOException("Too large for a bundle");
        }
        var common = common(bytes, (int) size, crc);
        directory.write(little(6).putInt(CENTRAL).putShort(VERSION).array());
        directory.write(common);
        // no comment, first disk, no attributes
        directory.write(little(14).putInt(10, (int) written).array());
        directory.write(bytes);
        out.write(little(4).putInt(LOCAL).array());
        out.write(common);
        out.write(bytes);
        written += LOCAL_SIZE + bytes.length + size;
        parts++;
    }

    void end() throws IOException {
        out.write(directory.toByteArray());
        out.write(little(22)
                .putInt(END)
                .putShort(8, (short) parts)
                .putShort(10, (short) parts)
                .putInt(12, directory.size())
                .putInt(16, (int) written)
                .array());
    }

    /** What a part's head in place and its line in the directory have in common. */
    private static byte[] common(byte[] name, int size, int crc) {
        return little(26)
                .putShort(VERSION)
                .putShort(NAMES_IN_UTF_8)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DAY)
                .putInt(crc)
                .putInt(size)
                .putInt(size)
                .putShort((short) name.length)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The parts in their order; refuses any file that writing them would not have given. */
    static Map<String, Slice> read(byte[] file) {
        var parts = new LinkedHashMap<String, Slice>();
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        var at = 0;
        while (file.length - at >= LOCAL_SIZE && in.getInt(at) == LOCAL) {
            var size = in.getInt(at + 22);
            var name = at + LOCAL_SIZE;
            var content = name + Short.toUnsignedInt(in.getShort(at + 26));
            if (size < 0 || content > file.length || size > file.length - content || parts.size() == MOST_PARTS) {
                throw new Refused(Fault.NOT_A_BUNDLE, "ZIP");
            }
            at = content + size;
            var text = new Slice(file, name, content).text("ZIP");
            if (parts.put(text, new Slice(file, content, at)) != null) {
                throw new Refused(Fault.NOT_A_BUNDLE, "ZIP");
            }
        }
        if (!isWrittenAs(parts, file)) {
            throw new Refused(Fault.NOT_A_BUNDLE, "ZIP");
        }
        return parts;
    }

    private static boolean isWrittenAs(Map<String, Slice> parts, byte[] file) {
        var again = new Comparison(file);
        try {
            var zip = new StoredZip(again);
            for (var part : parts.entrySet()) {
                var slice = part.getValue();
                var crc = new CRC32();
                crc.update(slice.of(), slice.from(), slice.size());
                zip.begin(part.getKey(), slice.size(), (int) crc.getValue());
                slice.writeTo(again);
            }
            zip.end();
        } catch (IOException tooLarge) {
            return false;
        }
        return again.isWhole();
    }

    /** Takes what is written and holds it against what is there. */
    private static final class Comparison extends OutputStream {
        private final byte[] file;
        private int at;
        private boolean same = true;

        Comparison(byte[] file) {
            this.file = file;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            same = same && count <= file.length - at && Arrays.equals(bytes, from, from + count, file, at, at + count);
            at += same ? count : 0;
        }

        boolean isWhole() {
            return same && at == file.length;
        }
    }
}
