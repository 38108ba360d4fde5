package org.rumbo.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message goes to the machine that was checked, or nowhere; and nobody keeps the sender waiting. */
class HookClientTests {
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final PublicAddresses PUBLIC = new PublicAddresses(false);
    private static final PublicAddresses HERE = new PublicAddresses(true);

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> hosts = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        answering("/ok", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
    }

    @AfterEach
    void leave() {
        server.stop(0);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private void answering(String path, Answer answer) {
        server.createContext(path, exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            received.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                answer.to(exchange);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
    }

    private String send(HostNames names, PublicAddresses allowed, String host, String path) throws IOException {
        try (var client = new HookClient(names, allowed, WAIT)) {
            return client.send(
                    URI.create("http://" + host + ":" + server.getAddress().getPort() + path),
                    Map.of("webhook-id", "1"),
                    "{\"text\":\"ñandú\"}");
        }
    }

    @Test
    void theNameIsLookedUpOnceAndTheConnectionGoesThere() throws Exception {
        var asked = new AtomicInteger();
        HostNames names = host -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
        assertThat(send(names, HERE, "hooks.example.org", "/ok")).isEqualTo("204");
        assertThat(asked).hasValue(1);
        assertThat(received).containsExactly("/ok {\"text\":\"ñandú\"}");
        assertThat(hosts).singleElement().asString().startsWith("hooks.example.org:");
    }

    /** A name that means a public machine when it is checked, and this one a moment later. */
    @Test
    void aNameThatChangesItsMeaningGainsNothing() throws Exception {
        var asked = new AtomicInteger();
        HostNames names = host -> new InetAddress[] {
            asked.getAndIncrement() == 0 ? InetAddress.getByName("198.41.0.4") : InetAddress.getLoopbackAddress()
        };
        assertThat(send(names, PUBLIC, "rebind.example.org", "/ok")).isIn("timeout", "unreachable");
        assertThat(asked).hasValue(1);
        assertThat(send(names, PUBLIC, "rebind.example.org", "/ok")).isEqualTo("address-refused");
        assertThat(received).isEmpty();
    }

    @Test
    void oneAddressThatIsRefusedRefusesTheName() throws Exception {
        HostNames names =
                host -> new InetAddress[] {InetAddress.getByName("198.41.0.4"), InetAddress.getLoopbackAddress()};
        assertThat(send(names, PUBLIC, "both.example.org", "/ok")).isEqualTo("address-refused");
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void thisMachineIsNotReachedByAnyOfItsNames(String host) throws Exception {
        assertThat(send(InetAddress::getAllByName, PUBLIC, host, "/ok"))
                .isIn("address-refused", "unknown-host", "unreachable");
        assertThat(received).isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsIsSaidToBeUnknown() throws Exception {
        HostNames names = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(send(names, PUBLIC, "nowhere.example.org", "/ok")).isEqualTo("unknown-host");
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        answering("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/ok");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThat(send(InetAddress::getAllByName, HERE, "127.0.0.1", "/moved")).isEqualTo("307");
        assertThat(received).hasSize(1);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void whoeverDoesNotAnswerIsLeft() throws Exception {
        answering("/slow", exchange -> Thread.sleep(3000));
        assertThat(send(InetAddress::getAllByName, HERE, "127.0.0.1", "/slow")).isEqualTo("timeout");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void whateverIsSaidAfterTheStatusIsNotRead() throws Exception {
        answering("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                for (var i = 0; i < 100; i++) {
                    body.write(new byte[1000]);
                    body.flush();
                    Thread.sleep(100);
                }
            } catch (IOException left) {
                // As it should be.
            }
        });
        assertThat(send(InetAddress::getAllByName, HERE, "127.0.0.1", "/endless"))
                .isEqualTo("200");
    }

    /** A line a moment keeps each single wait short. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void whoeverDripsIsLeftToo() throws Exception {
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new HookClient(InetAddress::getAllByName, HERE, WAIT)) {
            var dripping = new Thread(() -> {
                try (var connection = socket.accept()) {
                    var out = connection.getOutputStream();
                    for (var i = 0; i < 60; i++) {
                        out.write((i == 0 ? "HTTP/1.1 200 OK\r\n" : "x" + i + ": y\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException left) {
                    // As it should be.
                }
            });
            dripping.setDaemon(true);
            dripping.start();
            assertThat(client.send(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"), Map.of(), "{}"))
                    .isEqualTo("timeout");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused(@TempDir Path folder) throws Exception {
        var file = folder.resolve("own.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "change it",
                        "-keystore",
                        file.toString())
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, "change it".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "change it".toCharArray());
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        var secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(tls));
        secured.createContext("/", exchange -> received.add("reached"));
        secured.start();
        try (var client = new HookClient(InetAddress::getAllByName, HERE, Duration.ofSeconds(3))) {
            assertThat(client.send(
                            URI.create(
                                    "https://localhost:" + secured.getAddress().getPort() + "/"),
                            Map.of(),
                            "{}"))
                    .isEqualTo("tls");
        } finally {
            secured.stop(0);
        }
        assertThat(received).isEmpty();
    }
}
