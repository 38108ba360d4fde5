package org.rumbo.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts that a workbook's cells share, packed into one piece of memory, for there may be millions of them. */
final class SharedTexts {
    /** Enough for the longest cell with every character escaped, and one more to tell that it is too long. */
    static final int LONGEST_WRITTEN = 7 * SheetLimits.CELL + 7;

    private byte[] bytes = new byte[1 << 16];
    private int[] ends = new int[1 << 10];
    private int count;

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(GuardedXml xml) throws IOException {
        var texts = new SharedTexts();
        var text = new StringBuilder();
        var inText = false;
        var phonetic = false;
        while (xml.next()) {
            if (xml.starts("si")) {
                text.setLength(0);
            } else if (xml.starts("rPh")) {
                phonetic = true;
            } else if (xml.ends("rPh")) {
                phonetic = false;
            } else if (xml.starts("t")) {
                inText = !phonetic;
            } else if (xml.ends("t")) {
                inText = false;
            } else if (xml.ends("si")) {
                texts.add(text.toString());
            } else if (inText && xml.isText() && text.length() <= LONGEST_WRITTEN) {
                text.append(xml.text());
            }
        }
        return texts;
    }

    private void add(String written) throws IOException {
        var encoded = written.getBytes(StandardCharsets.UTF_8);
        var start = count == 0 ? 0 : ends[count - 1];
        var end = start + encoded.length;
        if (count >= SheetLimits.SHARED_TEXTS || end > SheetLimits.SHARED_TEXT) {
            throw new UploadedArchive.Refusal(WorkbookRefused.Reason.TOO_MUCH_TEXT);
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + bytes.length / 2));
        }
        System.arraycopy(encoded, 0, bytes, start, encoded.length);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + count / 2);
        }
        ends[count++] = end;
    }

    /** As it stands in the file, escapes and all. */
    String get(int index) throws IOException {
        if (index < 0 || index >= count) {
            throw new UploadedArchive.Refusal(WorkbookRefused.Reason.DAMAGED);
        }
        var start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }
}
