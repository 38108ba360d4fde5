package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.shared.DomainException;

/** Somebody who sends a byte now and then does not hold a thread for as long as she likes. */
class BodiesTests {
    private final Tomcat tomcat = new Tomcat();

    private static final class Reads extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                response.getWriter().print(request.getInputStream().readAllBytes().length + " read");
            } catch (DomainException refused) {
                response.setStatus(refused.type().status());
            }
        }
    }

    @BeforeEach
    void start() throws LifecycleException {
        tomcat.setBaseDir("target/tomcat-bodies");
        tomcat.setPort(0);
        tomcat.getEngine().getPipeline().addValve(new Bodies(Duration.ofSeconds(1), 1000, 3000, 5000));
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "reads", new Reads());
        context.addServletMapping("/", "reads");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private Socket post(String headers) throws IOException {
        return post("/", headers);
    }

    private Socket post(String path, String headers) throws IOException {
        var socket = new Socket("127.0.0.1", tomcat.getConnector().getLocalPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void aByteNowAndThenIsCut() throws IOException, InterruptedException {
        for (var type : new String[] {"application/json", "multipart/form-data; boundary=x"}) {
            try (var socket = post("Content-Type: " + type + "\r\nContent-Length: 500\r\n")) {
                var start = System.nanoTime();
                try {
                    for (var i = 0; i < 30; i++) {
                        socket.getOutputStream().write('x');
                        TimeUnit.MILLISECONDS.sleep(100);
                    }
                } catch (SocketException closed) {
                    // as it should be
                }
                assertThat(Wire.read(socket).status()).as(type).isEqualTo(408);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).as(type).isLessThan(Duration.ofSeconds(6));
            }
        }
    }

    @Test
    void moreThanIsTakenIsCut() throws IOException {
        try (var socket = post("Content-Type: application/json\r\nContent-Length: 5000\r\n")) {
            assertThat(Wire.read(socket).status()).isEqualTo(413);
        }
        try (var socket = post("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")) {
            socket.getOutputStream().write(("7d0\r\n" + "x".repeat(2000)).getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.read(socket).status()).isEqualTo(413);
        }
    }

    @Test
    void whereFilesAreTakenMoreIsReadButNoTrickle() throws IOException, InterruptedException {
        var file = "Connection: close\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ";
        try (var socket = post("/items/a/evidence", file + "2500\r\n")) {
            socket.getOutputStream().write("x".repeat(2500).getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.read(socket).body()).contains("2500 read");
        }
        try (var socket = post("/items/a/evidence", file + "2147483648\r\n")) {
            assertThat(Wire.read(socket).status()).isEqualTo(413);
        }
        try (var socket = post("/items/a/release", file + "2500\r\n")) {
            assertThat(Wire.read(socket).status()).isEqualTo(413);
        }
        try (var socket = post("/items/a/evidence", file + "2500\r\n")) {
            TimeUnit.MILLISECONDS.sleep(500);
            socket.getOutputStream().write('x');
            TimeUnit.MILLISECONDS.sleep(700);
            socket.getOutputStream().write('x');
            assertThat(Wire.read(socket).status()).isEqualTo(408);
        }
    }

    @Test
    void aWholePaperMayBeLargerStill() throws IOException {
        var file = "Connection: close\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ";
        try (var socket = post("/api/v1/papers", file + "4500\r\n")) {
            socket.getOutputStream().write("x".repeat(4500).getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.read(socket).body()).contains("4500 read");
        }
        try (var socket = post("/api/v1/papers", file + "5500\r\n")) {
            assertThat(Wire.read(socket).status()).isEqualTo(413);
        }
    }

    @Test
    void whatIsAllowedIsRead() throws IOException {
        try (var socket = post("Connection: close\r\nContent-Type: application/json\r\nContent-Length: 5\r\n")) {
            socket.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.read(socket).body()).contains("5 read");
        }
    }
}
