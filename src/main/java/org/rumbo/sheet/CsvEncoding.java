package org.rumbo.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a text file: the one that its mark names, else UTF-8 where all of it is, else UTF-16 where every other byte is
 * nothing, else Windows-1252 (of which Latin-1 is a part) where no byte speaks against it.
 *
 * @param mark how many bytes at the start say so, and are no text
 */
record CsvEncoding(Charset charset, int mark) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Bytes that Windows-1252 does not have, and that older encodings of DOS and Macintosh are full of. */
    private static final String NOT_WINDOWS = "\u0081\u008d\u008f\u0090\u009d";

    static CsvEncoding of(CsvSource source) throws IOException {
        try (var in = new BufferedInputStream(source.open())) {
            in.mark(4);
            var start = in.readNBytes(4);
            in.reset();
            if (starts(start, 0xFF, 0xFE, 0, 0) || starts(start, 0, 0, 0xFE, 0xFF)) {
                throw refused(WorkbookRefused.Reason.UNKNOWN_ENCODING);
            }
            if (starts(start, 0xEF, 0xBB, 0xBF)) {
                return new CsvEncoding(StandardCharsets.UTF_8, 3);
            }
            if (starts(start, 0xFF, 0xFE)) {
                return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
            }
            return starts(start, 0xFE, 0xFF)
                    ? new CsvEncoding(StandardCharsets.UTF_16BE, 2)
                    : new Evidence().look(in).verdict();
        }
    }

    private static boolean starts(byte[] start, int... with) {
        if (start.length < with.length) {
            return false;
        }
        for (var i = 0; i < with.length; i++) {
            if ((start[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static UploadedArchive.Refusal refused(WorkbookRefused.Reason reason) {
        return new UploadedArchive.Refusal(reason);
    }

    /** What all bytes of the file together say. */
    private static final class Evidence {
        private static final int PIECE = 1 << 16;

        private final CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer letters = CharBuffer.allocate(PIECE);
        private boolean isUtf8 = true;
        private long bytes;
        private long evenNothing;
        private long oddNothing;
        private long controls;
        private boolean notWindows;

        Evidence look(InputStream in) throws IOException {
            var piece = ByteBuffer.allocate(PIECE);
            int read;
            while ((read = in.read(piece.array(), piece.position(), piece.remaining())) >= 0) {
                for (var i = piece.position(); i < piece.position() + read; i++) {
                    count(piece.array()[i] & 0xFF);
                }
                piece.position(piece.position() + read);
                piece.flip();
                decode(piece, false);
                piece.compact();
            }
            piece.flip();
            decode(piece, true);
            return this;
        }

        private void decode(ByteBuffer piece, boolean end) {
            if (!isUtf8) {
                piece.position(piece.limit());
                return;
            }
            letters.clear();
            isUtf8 = !utf8.decode(piece, letters, end).isError();
            if (!isUtf8) {
                piece.position(piece.limit());
            }
        }

        private void count(int value) {
            if (value == 0) {
                if (bytes % 2 == 0) {
                    evenNothing++;
                } else {
                    oddNothing++;
                }
            } else if (value < ' ' && value != '\t' && value != '\r' && value != '\n') {
                controls++;
            }
            notWindows |= NOT_WINDOWS.indexOf(value) >= 0;
            bytes++;
        }

        CsvEncoding verdict() throws UploadedArchive.Refusal {
            if (bytes == 0) {
                throw refused(WorkbookRefused.Reason.EMPTY);
            }
            var nothing = evenNothing + oddNothing;
            if (nothing == 0 && isUtf8) {
                return new CsvEncoding(StandardCharsets.UTF_8, 0);
            }
            if (nothing == 0 && controls == 0) {
                if (notWindows) {
                    throw refused(WorkbookRefused.Reason.UNKNOWN_ENCODING);
                }
                return new CsvEncoding(WINDOWS, 0);
            }
            // Latin letters in UTF-16: nearly all nothing stands on one side, and much of it.
            if (bytes % 2 == 0 && nothing * 4 > bytes && Math.min(evenNothing, oddNothing) * 20 < nothing) {
                return new CsvEncoding(
                        evenNothing > oddNothing ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0);
            }
            throw refused(WorkbookRefused.Reason.UNKNOWN_KIND);
        }
    }
}
