package org.rumbo.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells by its first bytes what a file is, and has it read by whoever can. */
final class PaperFile {
    static final int TEXT_MEGABYTES = 10;
    static final int PDF_MEGABYTES = 50;

    private static final long MEGABYTE = 1_000_000;
    private static final int HEAD = 1024;
    private static final String PDF = "%PDF-";

    private final PdfProcess pdf;

    PaperFile(PdfProcess pdf) {
        this.pdf = pdf;
    }

    Source open(Path file, ReadingProgress progress) throws IOException, UnreadablePaper {
        var size = Files.size(file);
        if (size == 0) {
            throw new UnreadablePaper(UnreadablePaper.Reason.EMPTY);
        }
        var head = head(file);
        if (head.contains(PDF)) {
            requireAtMost(size, PDF_MEGABYTES);
            return pdf.read(file, progress);
        }
        if (TextFile.isOtherKind(head)) {
            throw new UnreadablePaper(UnreadablePaper.Reason.NEITHER_TEXT_NOR_PDF);
        }
        requireAtMost(size, TEXT_MEGABYTES);
        return TextFile.read(Files.readAllBytes(file));
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }

    private static void requireAtMost(long size, int megabytes) throws UnreadablePaper {
        if (size > megabytes * MEGABYTE) {
            throw new UnreadablePaper(UnreadablePaper.Reason.TOO_LARGE, String.valueOf(megabytes));
        }
    }
}
