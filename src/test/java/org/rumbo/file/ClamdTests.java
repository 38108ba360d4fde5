package org.rumbo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.testing.SampleFiles.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.testing.ClamdServer;

/** The conversation with the virus scanner; whatever is no verdict is none. */
class ClamdTests {
    private final ClamdServer server = new ClamdServer();
    private final Clamd clamd = Clamd.at("127.0.0.1:" + server.port(), Duration.ofSeconds(20));

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private String scan(String content) throws IOException {
        return clamd.scan(new ByteArrayInputStream(bytes(content)));
    }

    @Test
    void sendsAllOfItAndTellsWhatWasFound() throws IOException {
        var large = "0123456789".repeat(20_000);
        assertThat(scan(large)).isNull();
        assertThat(scan("")).isNull();
        assertThat(scan("x" + ClamdServer.MARK)).isEqualTo("Eicar-Test-Signature");
        assertThat(server.scanned()).containsExactly(large, "", "x" + ClamdServer.MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSTREAM size limit exceeded. ERROR",
                "stream: Can't allocate memory ERROR",
                "",
                "OK",
                "stream: OK\nstream: OK",
                "stream: x FOUND and more"
            })
    void anythingElseIsNoVerdict(String answer) {
        server.answering(answer);
        assertThatThrownBy(() -> scan("x")).isInstanceOf(IOException.class);
    }

    @Test
    void aNameIsMadeHarmless() throws IOException {
        server.answering("stream: <script>\u00ff FOUND");
        assertThat(scan("x")).isEqualTo("_script__");
    }

    @Test
    void nobodyWaitsForEver() {
        server.fallSilent();
        var start = System.nanoTime();
        var hasty = Clamd.at("127.0.0.1:" + server.port(), Duration.ofMillis(300));
        assertThatThrownBy(() -> hasty.scan(new ByteArrayInputStream(bytes("x"))))
                .isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whoIsNotThereIsNoVerdict() throws IOException {
        server.close();
        assertThatThrownBy(() -> scan("x")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Clamd.at("3310", Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
