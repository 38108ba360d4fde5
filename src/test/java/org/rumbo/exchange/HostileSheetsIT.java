package org.rumbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.SampleFiles.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
