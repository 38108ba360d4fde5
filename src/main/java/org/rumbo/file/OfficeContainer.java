package org.rumbo.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An office document is an archive. Its table of contents is read, nothing is unpacked: it must be one archive and nothing
 * else, of sensible size, with harmless names, no file in it twice, over another or hidden from one of its two tables, and no
 * archive or program inside.
 */
final class OfficeContainer {
    private static final int MOST_ENTRIES = 2000;
    private static final int LARGEST_TABLE = 1024 * 1024;
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;
    /** Plain repetition shrinks a hundredfold; documents do not, except where they are small. */
    private static final long STEEPEST = 100;

    private static final long SMALL = 1024 * 1024;
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final int LONGEST_NOTE_OF_SIZES = 24;
    private static final Set<Integer> STORED_OR_DEFLATED = Set.of(0, 8);
    private static final Pattern PROGRAM = Pattern.compile(
            ".*(vbaproject\\.bin|vbadata\\.xml|/basic/.*|^basic/.*|/scripts/.*|^scripts/.*|macrosheets/.*)$");
    private static final Pattern OF_OTHER_KIND = Pattern.compile(
            "(.*\\.(zip|jar|war|apk|7z|rar|gz|tgz|bz2|xz|tar|cab|iso|docx?|docm|xlsx?|xlsm|xlsb|pptx?|pptm|odt|ods|odp|pdf"
                    + "|exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|jse|wsf|hta|sh|py|class|svg|svgz|html?|xhtml|swf|lnk)"
                    + "|meta-inf/manifest\\.mf)$");

    private final FileBytes file;

    private record Entry(String name, int method, int flags, long packed, long unpacked, long place) {}

    OfficeContainer(FileBytes file) {
        this.file = file;
    }

    FileType type() throws IOException {
        var entries = entries();
        var names = new HashSet<String>();
        for (var entry : entries) {
            if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
                throw Unacceptable.CONTAINER.refusal();
            }
        }
        requireHarmless(names);
        requireSensible(entries);
        requireApart(entries);
        return kind(entries, names);
    }

    private static void requireHarmless(Set<String> names) {
        for (var name : names) {
            if (PROGRAM.matcher(name).matches()) {
                throw Unacceptable.MACROS.refusal();
            }
            var strange = name.isEmpty()
                    || name.startsWith("/")
                    || name.contains("\\")
                    || name.contains(":")
                    || name.chars().anyMatch(sign -> sign < ' ' || sign == 127)
                    || List.of(name.split("/")).contains("..");
            if (strange || OF_OTHER_KIND.matcher(name).matches()) {
                throw Unacceptable.CONTAINER.refusal();
            }
        }
    }

    private static void requireSensible(List<Entry> entries) {
        var unpacked = 0L;
        for (var entry : entries) {
            unpacked += entry.unpacked();
            var steep = entry.unpacked() > SMALL && entry.unpacked() / Math.max(1, entry.packed()) > STEEPEST;
            if (steep
                    || unpacked > MOST_UNPACKED
                    || !STORED_OR_DEFLATED.contains(entry.method())
                    || (entry.flags() & ENCRYPTED) != 0) {
                throw Unacceptable.CONTAINER.refusal();
            }
        }
    }

    /** Each entry begins where the one before it ends: nothing lies before, between or over them. */
    private void requireApart(List<Entry> entries) throws IOException {
        var inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparingLong(Entry::place));
        var place = 0L;
        for (var entry : inOrder) {
            var gap = entry.place() - place;
            if (gap < 0 || gap > LONGEST_NOTE_OF_SIZES || (place == 0 && gap > 0)) {
                throw Unacceptable.CONTAINER.refusal();
            }
            place = entry.place() + lengthOf(entry);
        }
        var rest = table().place() - place;
        if (rest < 0 || rest > LONGEST_NOTE_OF_SIZES) {
            throw Unacceptable.CONTAINER.refusal();
        }
    }

    private long lengthOf(Entry entry) throws IOException {
        var local = littleEndian(file.at(entry.place(), LOCAL_LENGTH));
        if (local.remaining() < LOCAL_LENGTH || local.getInt(0) != LOCAL) {
            throw Unacceptable.CONTAINER.refusal();
        }
        var nameLength = unsigned(local.getShort(26));
        var name = file.at(entry.place() + LOCAL_LENGTH, nameLength);
        if (!text(name).equals(entry.name())
                || unsigned(local.getShort(8)) != entry.method()
                || (local.getShort(6) & (ENCRYPTED | SIZES_FOLLOW)) != (entry.flags() & (ENCRYPTED | SIZES_FOLLOW))) {
            throw Unacceptable.CONTAINER.refusal();
        }
        return LOCAL_LENGTH + nameLength + unsigned(local.getShort(28)) + entry.packed();
    }

    private record Table(long place, int length, int entries) {}

    private Table table() throws IOException {
        var end = littleEndian(file.at(file.size() - END_LENGTH, END_LENGTH));
        if (end.remaining() < END_LENGTH || end.getInt(0) != END || end.getShort(20) != 0 || end.getShort(4) != 0) {
            throw Unacceptable.CONTAINER.refusal();
        }
        var length = end.getInt(12) & 0xffffffffL;
        var place = end.getInt(16) & 0xffffffffL;
        var count = unsigned(end.getShort(10));
        if (count > MOST_ENTRIES
                || count != unsigned(end.getShort(8))
                || length > LARGEST_TABLE
                || place + length != file.size() - END_LENGTH) {
            throw Unacceptable.CONTAINER.refusal();
        }
        return new Table(place, (int) length, count);
    }

    private List<Entry> entries() throws IOException {
        var table = table();
        var bytes = littleEndian(file.at(table.place(), table.length()));
        var entries = new ArrayList<Entry>();
        while (bytes.remaining() >= ENTRY_LENGTH) {
            var at = bytes.position();
            if (bytes.getInt(at) != ENTRY || entries.size() >= table.entries()) {
                throw Unacceptable.CONTAINER.refusal();
            }
            var nameLength = unsigned(bytes.getShort(at + 28));
            var next = at
                    + ENTRY_LENGTH
                    + nameLength
                    + unsigned(bytes.getShort(at + 30))
                    + unsigned(bytes.getShort(at + 32));
            if (next > bytes.limit()) {
                throw Unacceptable.CONTAINER.refusal();
            }
            entries.add(new Entry(
                    text(bytes.slice(at + ENTRY_LENGTH, nameLength)),
                    unsigned(bytes.getShort(at + 10)),
                    unsigned(bytes.getShort(at + 8)),
                    bytes.getInt(at + 20) & 0xffffffffL,
                    bytes.getInt(at + 24) & 0xffffffffL,
                    bytes.getInt(at + 42) & 0xffffffffL));
            bytes.position(next);
        }
        if (bytes.hasRemaining() || entries.size() != table.entries() || entries.isEmpty()) {
            throw Unacceptable.CONTAINER.refusal();
        }
        return entries;
    }

    private FileType kind(List<Entry> entries, Set<String> names) throws IOException {
        var word = names.contains("word/document.xml");
        var excel = names.contains("xl/workbook.xml");
        if (names.contains("[content_types].xml") && word != excel && !names.contains("mimetype")) {
            return word ? FileType.DOCX : FileType.XLSX;
        }
        var first = entries.stream().min(Comparator.comparingLong(Entry::place)).orElseThrow();
        if (first.name().equals("mimetype")
                && first.method() == 0
                && first.packed() < 100
                && names.contains("content.xml")
                && !names.contains("[content_types].xml")) {
            var said = file.text(lengthOf(first) - first.packed(), (int) first.packed());
            for (var type : List.of(FileType.ODT, FileType.ODS)) {
                if (said.equals(type.mediaType())) {
                    return type;
                }
            }
        }
        throw Unacceptable.KIND.refusal();
    }

    private static ByteBuffer littleEndian(ByteBuffer bytes) {
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned(short number) {
        return number & 0xffff;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
