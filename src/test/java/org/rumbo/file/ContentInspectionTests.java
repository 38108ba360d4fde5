package org.rumbo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.SampleFiles.bytes;
import static org.rumbo.testing.SampleFiles.docx;
import static org.rumbo.testing.SampleFiles.joined;
import static org.rumbo.testing.SampleFiles.jpeg;
import static org.rumbo.testing.SampleFiles.odt;
import static org.rumbo.testing.SampleFiles.partsOfDocx;
import static org.rumbo.testing.SampleFiles.pdf;
import static org.rumbo.testing.SampleFiles.png;
import static org.rumbo.testing.SampleFiles.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.shared.DomainException;

/** A file is what its bytes say, whatever it is called; what is two things at once is nothing. */
class ContentInspectionTests {
    private final Path folder;

    ContentInspectionTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private EvidenceStore.Found inspect(byte[] content, String name) throws IOException {
        return new ContentInspection(name).of(Files.write(folder.resolve("file"), content));
    }

    private String refusal(byte[] content, String name) throws IOException {
        try {
            return "taken as " + inspect(content, name);
        } catch (DomainException refused) {
            return refused.violations().get(0).rule();
        }
    }

    static Stream<Arguments> taken() {
        var xlsx = new LinkedHashMap<String, String>();
        xlsx.put("[Content_Types].xml", "<Types/>");
        xlsx.put("xl/workbook.xml", "<workbook/>");
        var ods = new LinkedHashMap<String, String>();
        ods.put("mimetype", FileType.ODS.mediaType());
        ods.put("content.xml", "<office/>");
        ods.put("META-INF/manifest.xml", "<manifest/>");
        return Stream.of(
                Arguments.of(FileType.PDF, bytes(pdf("")), "law.exe"),
                Arguments.of(FileType.PNG, png(), "law.html"),
                Arguments.of(FileType.JPEG, jpeg(), "x"),
                Arguments.of(FileType.TEXT, bytes("Article 1: all are equal, 2 < 3.\r\n"), "law.txt"),
                Arguments.of(
                        FileType.TEXT,
                        "Artículo único; año\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "a.csv"),
                Arguments.of(FileType.DOCX, docx(), "law.docx"),
                Arguments.of(FileType.XLSX, zip(xlsx), "law.xlsx"),
                Arguments.of(FileType.ODT, odt(), "law.odt"),
                Arguments.of(FileType.ODS, zip(ods), "law.ods"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whatIsTakenIsKnownByItsContent(FileType type, byte[] content, String name) throws IOException {
        assertThat(inspect(content, name)).isEqualTo(new EvidenceStore.Found(type, false));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("file-empty", new byte[0], "empty.pdf"),
                Arguments.of("file-kind", bytes("<html><script>alert(1)</script></html>"), "law.pdf"),
                Arguments.of("file-kind", bytes("<html><script>alert(1)</script></html>"), "law.txt"),
                Arguments.of("file-kind", bytes("words\n".repeat(100_000) + "<ScRiPt>x"), "long.txt"),
                Arguments.of("file-kind", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), "a.png"),
                Arguments.of("file-kind", bytes("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "a.txt"),
                Arguments.of("file-kind", bytes("alert(document.cookie)"), "law.js"),
                Arguments.of("file-kind", bytes("#!/bin/sh\nrm -rf ~\n"), "law.txt"),
                Arguments.of("file-kind", bytes("GIF89a/*...*/=1;alert(1)"), "a.gif"),
                Arguments.of("file-kind", bytes("MZ\u0090\0\3\0\0\0 This program cannot be run"), "law.pdf"),
                Arguments.of("file-kind", bytes("\u007fELF\2\1\1\0"), "law.txt"),
                Arguments.of("file-kind", bytes("\n" + pdf("")), "not-at-the-start.pdf"),
                Arguments.of("file-kind", bytes("<html>" + pdf("")), "html-before.pdf"),
                Arguments.of("file-kind", zip(Map.of("a.txt", "plain archive")), "law.docx"),
                Arguments.of("file-mixed", joined(bytes(pdf("")), docx()), "pdf-and-zip.pdf"),
                Arguments.of("file-mixed", joined(jpeg(), zip(Map.of("a", "b"))), "jpeg-and-zip.jpg"),
                Arguments.of("file-mixed", joined(png(), bytes("<script>")), "png-and-html.png"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotTakenIsNamed(String rule, byte[] content, String name) throws IOException {
        assertThat(refusal(content, name)).as(name).isEqualTo(rule);
    }

    static Stream<Arguments> containers() {
        var many = partsOfDocx();
        for (var i = 0; i < 70_000; i++) {
            many.put("word/" + i, "");
        }
        return Stream.of(
                Arguments.of("file-container", with("word/media/bomb.xml", "\0".repeat(30_000_000))),
                Arguments.of("file-container", zip(many)),
                Arguments.of("file-container", with("word/embeddings/inner.zip", "PK")),
                Arguments.of("file-container", with("word/embeddings/inner.docx", "PK")),
                Arguments.of("file-container", with("word/run.exe", "MZ")),
                Arguments.of("file-container", with("../../escape.xml", "x")),
                Arguments.of("file-container", with("/etc/cron.xml", "x")),
                Arguments.of("file-container", with("word\\back.xml", "x")),
                Arguments.of("file-container", with("META-INF/MANIFEST.MF", "Main-Class: X")),
                Arguments.of("file-container", with("WORD/DOCUMENT.XML", "<other/>")),
                Arguments.of("file-container", joined(docx(), bytes("more behind"))),
                Arguments.of("file-macros", with("word/vbaProject.bin", "macro")));
    }

    private static byte[] with(String name, String content) {
        var parts = partsOfDocx();
        parts.put(name, content);
        return zip(parts);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void officeDocumentsAreReadWithoutUnpacking(String rule, byte[] content) throws IOException {
        var before = System.nanoTime();
        assertThat(refusal(content, "law.docx")).isEqualTo(rule);
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    /** A reader that goes by the one table sees another document than a reader that goes by the other. */
    @Test
    void bothTablesMustSayTheSame() throws IOException {
        var text = new String(with("word/alpha.xml", "x"), java.nio.charset.StandardCharsets.ISO_8859_1);
        var first = text.indexOf("word/alpha.xml");
        var differs = text.substring(0, first) + "word/omega.xml" + text.substring(first + 14);
        assertThat(refusal(bytes(differs), "law.docx")).isEqualTo("file-container");
        var twice = new String(zip(same()), java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("word/twin-b.xml", "word/twin-a.xml");
        assertThat(refusal(bytes(twice), "law.docx")).isEqualTo("file-container");
    }

    private static Map<String, String> same() {
        var parts = partsOfDocx();
        parts.put("word/twin-a.xml", "one");
        parts.put("word/twin-b.xml", "two");
        return parts;
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
                "/OpenAction << /S /Launch /F (cmd.exe) >>",
                "/Names << /EmbeddedFiles 5 0 R >>",
                "/OpenAction << /S /J#61vaScr#69pt >>",
                "/AA << /O << /S /SubmitForm >> >>"
            })
    void aPdfThatActsIsMarked(String content) throws IOException {
        assertThat(inspect(bytes(pdf(content)), "a.pdf")).isEqualTo(new EvidenceStore.Found(FileType.PDF, true));
        var far = pdf("/Pad (" + "x".repeat(262_090) + ") " + content);
        assertThat(inspect(bytes(far), "a.pdf").active()).isTrue();
    }
}
