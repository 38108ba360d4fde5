package org.rumbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.SampleFiles.bytes;
import static org.rumbo.testing.SampleFiles.joined;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Api;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that want more than to be read, and those who send them. */
@RumboTest
class HostileSheetsIT {
    private static final String TEAM = "coordinator.ec";
    private static final long TWO_GIGABYTES = 2L << 30;

    private final SheetCalls calls;
    private final Environment environment;
    private final JdbcClient jdbc;

    HostileSheetsIT(Api api, Environment environment, JdbcClient jdbc) {
        this.calls = new SheetCalls(api, environment);
        this.environment = environment;
        this.jdbc = jdbc;
    }

    private long imports() {
        return jdbc.sql("select count(*) from sheet_import").query(Long.class).single();
    }

    @Test
    void aBombIsRefusedBeforeItUnpacks() throws IOException {
        var before = imports();
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1 << 20];
            for (var n = 0; n < 300; n++) {
                zip.write(nothing);
            }
        }
        var answer = calls.upload(TEAM, "bomb.xlsx", packed.toByteArray());
        assertThat(answer.status()).as(answer.text()).isIn(413, 415);
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void whatIsNoWorkbookIsNamedAndLeavesNothing() {
        var before = imports();
        var answer = calls.upload(
                TEAM, "recs.xlsx", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 an older workbook"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.json().path("reason").asString()).isNotEmpty();
        assertThat(imports()).isEqualTo(before);
    }

    /** A file that is not read, and what is to be answered. */
    private record Refused(String name, byte[] file, int status, String reason) {}

    private static byte[] older(String stream) {
        var head =
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        return joined(head, stream.getBytes(StandardCharsets.UTF_16LE));
    }

    private static byte[] zip(String... parts) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var at = 0; at < parts.length; at += 2) {
                zip.putNextEntry(new ZipEntry(parts[at]));
                zip.write(bytes(parts[at + 1]));
            }
        }
        return packed.toByteArray();
    }

    private static List<Refused> refused() throws IOException {
        var types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">";
        return List.of(
                new Refused("empty.csv", new byte[0], 415, "EMPTY"),
                new Refused("old.xls", older("Workbook"), 415, "OLD_EXCEL"),
                new Refused("secret.xlsx", older("EncryptedPackage"), 415, "ENCRYPTED"),
                new Refused("other.ods", zip("mimetype", "application/vnd.oasis"), 415, "OPEN_DOCUMENT"),
                new Refused("some.zip", zip("readme.txt", "Hello"), 415, "UNKNOWN_KIND"),
                new Refused("picture.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3}, 415, "UNKNOWN_KIND"),
                new Refused("cut.xlsx", zip("[Content_Types].xml", types), 415, "DAMAGED"),
                new Refused(
                        "entity.xlsx",
                        zip("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY e 'e'>]>" + types),
                        415,
                        "FORBIDDEN_XML"),
                new Refused(
                        "macros.xlsx",
                        zip(
                                "[Content_Types].xml",
                                types
                                        + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                                        + "</Types>"),
                        415,
                        "MACROS"),
                new Refused("mac.csv", new byte[] {'c', ',', (byte) 0x8D, (byte) 0x81, '\n'}, 415, "UNKNOWN_ENCODING"),
                new Refused("quotes.csv", bytes("code,title\nA,\"never closed\n"), 415, "BROKEN_QUOTES"),
                new Refused("others.csv", bytes("one,two\n1,2\n"), 415, "NO_KNOWN_SHEET"),
                new Refused("wide.csv", bytes("code,title" + ",x".repeat(250) + "\n"), 413, "TOO_MANY_COLUMNS"),
                new Refused("long.csv", bytes("code,title\n" + "A,B\n".repeat(50_001)), 413, "TOO_MANY_ROWS"));
    }

    @Test
    void whyAFileIsNotReadIsSaidInEachLanguage() throws IOException {
        var before = imports();
        for (var file : refused()) {
            var sentences = new HashSet<String>();
            // What is long takes its time; its words are looked up as all others are.
            var languages = file.file().length > 100_000 ? List.of("es") : List.of("en", "es", "pt");
            for (var language : languages) {
                var answer = calls.upload(TEAM, language, file.name(), file.file());
                assertThat(answer.status()).as(file.name() + answer.text()).isEqualTo(file.status());
                assertThat(answer.json().path("reason").asString())
                        .as(file.name())
                        .isEqualTo(file.reason());
                assertThat(answer.json().has("detail")).isTrue();
                sentences.add(answer.json().path("detail").asString());
            }
            assertThat(sentences).as(file.name()).hasSize(languages.size()).allSatisfy(sentence -> assertThat(sentence)
                    .doesNotContain("{0}", "application/json")
                    .hasSizeGreaterThan(15));
        }
        assertThat(imports()).isEqualTo(before);
    }

    /** Latin-1 and UTF-16 are read, not guessed wrongly. */
    @Test
    void otherEncodingsOfTextAreRead() {
        var title = "\u00d1and\u00fa \u00e7\u00e3o";
        var text = "title;summary\n" + title + ";" + title + "\n";
        for (var encoding : List.of("ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8")) {
            var answer = calls.upload(TEAM, "recs.csv", text.getBytes(Charset.forName(encoding)));
            assertThat(answer.status()).as(encoding + answer.text()).isEqualTo(201);
            var changes = answer.json().path("rows").path(0).path("changes").toString();
            assertThat(changes).as(encoding).contains(title);
        }
    }

    @Test
    void twoGigabytesAreRefusedAtOnceWhetherAnnouncedOrNot() throws IOException {
        assertThat(answered("Content-Length: " + TWO_GIGABYTES + "\r\n", false)).contains(" 413 ");
        assertThat(answered("Transfer-Encoding: chunked\r\n", true)).contains(" 413 ");
    }

    /** Sends until somebody says stop. */
    private String answered(String head, boolean chunked) throws IOException {
        var port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
        var basic = Base64.getEncoder().encodeToString((TEAM + ":rumbo").getBytes(StandardCharsets.UTF_8));
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(bytes("POST /api/v1/sheets HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Basic "
                    + basic + "\r\nContent-Type: multipart/form-data; boundary=b\r\n" + head + "\r\n"));
            var part = bytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n");
            var sent = 0L;
            try {
                write(out, part, chunked);
                var piece = new byte[1 << 20];
                while (sent < 64L << 20 && socket.getInputStream().available() == 0) {
                    write(out, piece, chunked);
                    sent += piece.length;
                }
            } catch (IOException cut) {
                // It does not listen any more: what it said is still there.
            }
            assertThat(sent).isLessThan(64L << 20);
            var line = new StringBuilder();
            for (var letter = socket.getInputStream().read();
                    letter >= 0 && letter != '\n';
                    letter = socket.getInputStream().read()) {
                line.append((char) letter);
            }
            return line.toString();
        }
    }

    private static void write(OutputStream out, byte[] piece, boolean chunked) throws IOException {
        if (chunked) {
            out.write(bytes(Integer.toHexString(piece.length) + "\r\n"));
        }
        out.write(piece);
        if (chunked) {
            out.write(bytes("\r\n"));
        }
        out.flush();
    }

    @Test
    void aSessionThatEndedWhileUploadingLeavesNothing() {
        var before = imports();
        var answer = calls.page(environment, "/spreadsheets/import", bytes("code,title\n"));
        assertThat(answer.statusCode()).isIn(302, 401, 403);
        assertThat(imports()).isEqualTo(before);
    }
}
