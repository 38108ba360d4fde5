package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;

/** What is too much is refused quickly, in words, and changes nothing. */
@RumboTest
class InputLimitsIT {
    /** It takes a fraction of a second; builders that do much else at once need longer. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
    private static final String API = "POST /api/v1/recommendations HTTP/1.1\r\n" + HOST
            + "Authorization: Basic Y29vcmRpbmF0b3IucGU6cnVtYm8=\r\nContent-Type: application/json\r\n";
    private static final String FORM =
            "POST /login HTTP/1.1\r\n" + HOST + "Content-Type: application/x-www-form-urlencoded\r\n";

    private final int port;
    private final Records records;

    InputLimitsIT(Environment environment, Records records) {
        this.port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
        this.records = records;
    }

    private Wire.Answer refused(int status, String head, String body) throws IOException {
        var events = records.events();
        var start = System.nanoTime();
        var answer = Wire.send(port, head + "\r\n", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(records.events()).isEqualTo(events);
        return answer;
    }

    private static String length(String body) {
        return "Content-Length: " + body.length() + "\r\n";
    }

    @Test
    void tenMegabytesOfJson() throws IOException {
        var json = "{\"title\":\"" + "x".repeat(10_000_000) + "\"}";
        assertThat(refused(413, API + length(json), json).body()).contains("problems/too-large");
        var chunk = Integer.toHexString(json.length()) + "\r\n" + json + "\r\n0\r\n\r\n";
        assertThat(refused(413, API + "Transfer-Encoding: chunked\r\n", chunk).body())
                .contains("problems/too-large");
        var idempotent = API + "Idempotency-Key: large\r\n" + length(json);
        assertThat(refused(413, idempotent, json).body()).contains("problems/too-large");
    }

    @Test
    void jsonOfTenThousandLevels() throws IOException {
        for (var json : new String[] {
            "[".repeat(10_000) + "]".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "{\"country\":\"PE\",\"title\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"
        }) {
            assertThat(refused(400, API + length(json), json).body()).contains("problems/malformed-request");
        }
    }

    @Test
    void aHundredThousandParameters() throws IOException {
        var many = IntStream.range(0, 100_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        refused(400, "GET /login?" + many + " HTTP/1.1\r\n" + HOST, "");
        assertThat(refused(400, FORM + length(many), many).body()).contains("problem-page");
        var some = IntStream.range(0, 1_001).mapToObj(i -> "p=1").collect(Collectors.joining("&"));
        assertThat(refused(400, "GET /login?" + some + " HTTP/1.1\r\n" + HOST, "")
                        .body())
                .contains("problem-page");
    }

    @Test
    void aLargeForm() throws IOException {
        var form = "username=" + "x".repeat(3_000_000);
        assertThat(refused(413, FORM + length(form), form).body()).contains("problem-page");
    }

    /** How large a file may be is said by whoever takes it; this is where reading ends. */
    @Test
    void aFileWithoutEnd() throws IOException {
        var form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                + "x".repeat(27 * 1024 * 1024) + "\r\n--x--\r\n";
        var head = API.replace("/recommendations HTTP", "/recommendations/SPN-2019-PE-a/evidence HTTP")
                .replace("application/json", "multipart/form-data; boundary=x");
        assertThat(refused(413, head + length(form), form).body()).contains("problems/too-large");
        var keyed = head + "Idempotency-Key: file\r\n";
        assertThat(refused(413, keyed + length(form), form).body()).contains("problems/too-large");
        var elsewhere = head.replace("/evidence HTTP", "/markers HTTP");
        var small = form.substring(0, 3 * 1024 * 1024);
        assertThat(refused(413, elsewhere + length(small), small).body()).contains("problems/too-large");
    }

    @Test
    void aLargeHeader() throws IOException {
        refused(400, "GET /login HTTP/1.1\r\n" + HOST + "X-Large: " + "x".repeat(20_000) + "\r\n", "");
        var many = IntStream.range(0, 150).mapToObj(i -> "X-" + i + ": 1\r\n").collect(Collectors.joining());
        refused(400, "GET /login HTTP/1.1\r\n" + HOST + many, "");
    }

    /** Each of two servers in a row could see another request where the first ends. */
    @Test
    void aRequestWithTwoEnds() throws IOException {
        refused(400, API + "Content-Length: 5\r\nContent-Length: 6\r\n", "{}   ");
        refused(501, API + "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n");
    }
}
