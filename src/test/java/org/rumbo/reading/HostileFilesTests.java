package org.rumbo.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.reading.UnreadablePaper.Reason;

/** Files that are no papers, or built to cost what a paper never costs: each ends soon, with a reason that helps. */
@Timeout(600)
class HostileFilesTests {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** What grows with the square of these sizes takes minutes. */
    private static final Duration WORK = Duration.ofSeconds(12);

    /** Enough to start a process on a busy machine; what never ends is waited for no longer. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private static final String SPANISH =
            "Los faros de Alboria\nInés Peña\n\nEl mar está aquí.\n\nRecomendaciones\na. Encender más faros, señor.\n";

    @TempDir
    private Path folder;

    @Test
    void pagesThatContainThemselves() throws IOException {
        assertRefused(
                pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1000 /Kids [2 0 R 2 0 R] >>"),
                Reason.BROKEN,
                Reason.NO_TEXT);
    }

    @Test
    void pagesThatContainEachOtherManyTimes() throws IOException {
        var objects = new String[40];
        objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
        for (var i = 1; i < objects.length; i++) {
            var next = i + 2 > objects.length ? 2 : i + 2;
            objects[i] = "<< /Type /Pages /Count 900 /Kids [%d 0 R %d 0 R %d 0 R] >>".formatted(next, next, next);
        }
        assertRefused(pdf(objects), Reason.BROKEN, Reason.NO_TEXT, Reason.TOO_COSTLY);
    }

    @Test
    void contentThatUnpacksToMoreThanThereIsMemory() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            var blank = new byte[1_000_000];
            Arrays.fill(blank, (byte) ' ');
            for (var i = 0; i < 400; i++) {
                out.write(blank);
            }
        }
        var stream = "<< /Length %d /Filter /FlateDecode >>\nstream\n".formatted(packed.size())
                + packed.toString(ISO_8859_1) + "\nendstream";
        assertRefused(
                pdf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
                        stream),
                Reason.TOO_COSTLY,
                Reason.NO_TEXT,
                Reason.BROKEN);
    }

    @Test
    void contentThatDrawsTheSameLetterWithoutEnd() throws IOException {
        var words = "BT /F 9 Tf "
                + "(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ".repeat(200_000) + " ET";
        assertRefused(
                pdf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Font << /F << /Type /Font"
                                + " /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                        "<< /Length %d >>\nstream\n%s\nendstream".formatted(words.length(), words)),
                Reason.TOO_COSTLY,
                Reason.BROKEN);
    }

    @Test
    void lockedPdf() throws IOException {
        var file = folder.resolve("locked.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        assertRefused(file, Reason.LOCKED);
    }

    @Test
    void pdfOfPictures() throws IOException {
        var file = folder.resolve("scan.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var picture =
                    LosslessFactory.createFromImage(document, new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB));
            try (var out = new PDPageContentStream(document, page)) {
                out.drawImage(picture, 10, 10);
            }
            document.save(file.toFile());
        }
        assertRefused(file, Reason.NO_TEXT);
    }

    @Test
    void pdfOfTooManyPages() throws IOException {
        var file = folder.resolve("long.pdf");
        try (var document = new PDDocument()) {
            for (var i = 0; i < PdfChild.MOST_PAGES + 1; i++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        assertRefused(file, Reason.TOO_LONG);
    }

    @Test
    void halfAPdf() throws IOException {
        assertRefused(write("%PDF-1.7\n1 0 obj\n<< /Type /Cata".getBytes(UTF_8)), Reason.BROKEN);
    }

    @Test
    void archivesUnderAnyName() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[1_000_000]);
        }
        assertRefused(write(bytes.toByteArray()), Reason.NEITHER_TEXT_NOR_PDF);
    }

    @Test
    void picturesRichTextAndPagesOfTheWeb() throws IOException {
        assertRefused(write("\u0089PNG\r\n\u001a\n\0\0".getBytes(ISO_8859_1)), Reason.NEITHER_TEXT_NOR_PDF);
        assertRefused(write("{\\rtf1 Recommendations}".getBytes(UTF_8)), Reason.NEITHER_TEXT_NOR_PDF);
        assertRefused(write("<!DOCTYPE html><p>Recommendations</p>".getBytes(UTF_8)), Reason.NEITHER_TEXT_NOR_PDF);
        assertRefused(write(("Text".repeat(1_000) + "\0\0\1").getBytes(UTF_8)), Reason.NEITHER_TEXT_NOR_PDF);
    }

    @Test
    void emptyFiles() throws IOException {
        assertRefused(write(new byte[0]), Reason.EMPTY);
        assertRefused(write(" \n\t\n \r\n".getBytes(UTF_8)), Reason.EMPTY);
    }

    @Test
    void oneLetterAHundredMillionTimes() throws IOException {
        var letters = new byte[100_000_000];
        Arrays.fill(letters, (byte) 'a');
        assertRefused(write(letters), Reason.TOO_LARGE);
    }

    @Test
    void oneLineOfManyCharacters() throws UnreadablePaper {
        for (var piece : new String[] {"a", "a b ", "a. ", "-", "(i) ", ". ", "x-", "Ab ", "1.", "\u0301"}) {
            var started = worked();
            var lengthy = piece.repeat(400_000 / piece.length());
            var reading = Reading.ofText(lengthy + "\nRecommendations\na. " + lengthy);
            assertThat(reading.lines()).hasSize(3);
            assertThat(Duration.ofNanos(worked() - started)).as(piece).isLessThan(WORK);
        }
    }

    @Test
    void thirtyThousandItems() throws UnreadablePaper {
        var items = IntStream.rangeClosed(1, 30_000)
                .mapToObj(i -> i + ". Light lamp number " + i + ".")
                .collect(Collectors.joining("\n"));
        var reading = soon("Lamps of Alboria\nIda Sorrel\n\nText.\n\nRecommendations\n" + items);
        assertThat(reading.passages()).hasSize(30_000);
        assertThat(reading.passages().get(26).letter()).isEqualTo("aa");
    }

    @Test
    void manyLinesThatLookLikeSomething() throws UnreadablePaper {
        var begun = "Lamps of Alboria\nIda Sorrel\n\nText.\n\nRecommendations\n1. One.\n\n";
        assertThat(soon(begun + "Two words.\n\n".repeat(30_000)).passages()).hasSize(1);
        assertThat(soon("x\n\n".repeat(30_000)).passages()).isEmpty();
        assertThat(soon("Ida Sorrel\n".repeat(30_000)).passages()).isEmpty();
        assertThat(soon("Recommendations\n\n".repeat(20_000)).passages()).isEmpty();
    }

    /** What this thread has worked, in nanoseconds: how busy the machine is besides does not matter. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static PaperReading soon(String text) throws UnreadablePaper {
        var started = worked();
        var reading = Reading.ofText(text);
        assertThat(Duration.ofNanos(worked() - started)).isLessThan(WORK);
        return reading;
    }

    @Test
    void moreLinesThanAreRead() throws IOException {
        assertRefused(write("a\n".repeat(200_001).getBytes(UTF_8)), Reason.TOO_LONG);
    }

    @Test
    void encodingsThatPeopleStillSaveIn() throws UnreadablePaper {
        for (var charset : new String[] {"ISO-8859-1", "windows-1252", "x-MacRoman", "IBM850", "UTF-16LE"}) {
            var reading = Reading.ofBytes(SPANISH.getBytes(Charset.forName(charset)));
            assertThat(reading.passages().get(0).text()).as(charset).isEqualTo("Encender más faros, señor.");
            assertThat(reading.warnings().get(0).kind()).isEqualTo(Warning.Kind.ENCODING_GUESSED);
        }
        for (var mark : new String[] {"", "\ufeff"}) {
            assertThat(Reading.ofText(mark + SPANISH).chapters().get(0).authors())
                    .containsExactly("Inés Peña");
            assertThat(Reading.ofText(mark + SPANISH).warnings()).isEmpty();
        }
        assertThat(Reading.ofBytes(("\ufeff" + SPANISH).getBytes(UTF_16LE)).warnings())
                .isEmpty();
        for (var end : new String[] {"\r\n", "\r", "\u2028"}) {
            assertThat(Reading.ofText(SPANISH.replace("\n", end)).passages()).hasSize(1);
        }
    }

    private void assertRefused(Path file, Reason... reasons) {
        var started = System.nanoTime();
        assertThatThrownBy(() -> Reading.reader(LIMIT).read(file, "en", Reading.FICTIONAL, ReadingProgress.NONE))
                .isInstanceOfSatisfying(UnreadablePaper.class, refusal -> assertThat(refusal.reason())
                        .isIn((Object[]) reasons));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON);
    }

    private Path pdf(String... objects) throws IOException {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new int[objects.length];
        for (var i = 0; i < objects.length; i++) {
            places[i] = text.length();
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        var start = text.length();
        text.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        Arrays.stream(places).forEach(place -> text.append("%010d 00000 n \n".formatted(place)));
        text.append("trailer\n<< /Root 1 0 R /Size ")
                .append(objects.length + 1)
                .append(" >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return write(text.toString().getBytes(ISO_8859_1));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(Objects.requireNonNull(folder), "paper", ".pdf"), bytes);
    }
}
