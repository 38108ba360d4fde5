package org.rumbo.browser;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rumbo.testing.PackagedRumbo;

/**
 * The packaged application with the demonstration's network, a process of its own. Tests that only look, or that leave the
 * network as they found it, share one on PostgreSQL: it starts when the first asks for it and ends with the tests.
 */
final class DemoServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static @Nullable DemoServer shared;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private final int port;
    private final Process process;

    private DemoServer(Path folder, Map<String, String> database) throws IOException {
        this.folder = folder;
        this.port = freePort();
        settings.putAll(database);
        settings.put("SPRING_PROFILES_ACTIVE", "demo");
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("RUMBO_LIMITS_VISITOR_REQUESTS", "1000000");
        process = launch(List.of(), folder.resolve("server.log"));
    }

    /** The one on PostgreSQL that tests share. */
    static synchronized DemoServer shared() throws Exception {
        var running = shared;
        if (running == null) {
            // Ends with this machine, by a hook of its own.
            var database = EmbeddedPostgres.start();
            running = new DemoServer(
                    Files.createTempDirectory("rumbo-demo"),
                    Map.of(
                            "SPRING_DATASOURCE_URL",
                            database.getJdbcUrl("postgres", "postgres"),
                            "SPRING_DATASOURCE_USERNAME",
                            "postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            running.awaitReady();
            shared = running;
        }
        return running;
    }

    /** One of its own with its database, an H2 file, in that folder. */
    static DemoServer in(Path folder) throws Exception {
        var server = new DemoServer(folder, Map.of());
        try {
            server.awaitReady();
            return server;
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private void awaitReady() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (get("/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        throw new IllegalStateException("Rumbo does not answer: " + Files.readString(folder.resolve("server.log")));
    }

    private Process launch(List<String> arguments, Path output) throws IOException {
        var builder = new ProcessBuilder(PackagedRumbo.command(arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** What a command prints, whatever it ends with. */
    String command(String... arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "command", ".log");
        if (!launch(List.of(arguments), output).waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("No end of " + List.of(arguments));
        }
        return Files.readString(output);
    }

    int port() {
        return port;
    }

    String address() {
        return "http://localhost:" + port;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the API tells somebody. */
    String tell(String login, String path) throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString((login + ":rumbo").getBytes(StandardCharsets.UTF_8));
        return get("/api/v1" + path, "Authorization", "Basic " + credentials).body();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
