package org.rumbo.operations;

import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rumbo.testing.PackagedRumbo;

/** The packaged application as its operator runs it: a process of its own in a folder of its own. */
final class RunningJar implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Process process;

    RunningJar(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        this.folder = folder;
        this.settings = settings;
        this.port = freePort();
        start();
    }

    void start() throws IOException, InterruptedException {
        process = launch(List.of(), folder.resolve("server.log"));
        var ready = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended: " + Files.readString(folder.resolve("server.log")));
            }
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("Not ready in " + PATIENCE);
    }

    /** Ends it as a power cut would: no shutdown hook, no flush. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** STOP lets it stand still in whatever it is doing, CONT lets it go on. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    int port() {
        return port;
    }

    record Result(int exitCode, String output) {}

    Result command(String... arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "command", ".log");
        var running = launch(List.of(arguments), output);
        if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new IllegalStateException("No end of " + List.of(arguments));
        }
        return new Result(running.exitValue(), Files.readString(output));
    }

    private Process launch(List<String> arguments, Path output) throws IOException {
        var builder = new ProcessBuilder(PackagedRumbo.command(arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        return builder.start();
    }

    HttpResponse<String> post(String login, String path, String body) throws IOException, InterruptedException {
        return post(login, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String login, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                request(login, path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String login, String path) throws IOException, InterruptedException {
        return http.send(request(login, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String login, String path) {
        var credentials = Base64.getEncoder().encodeToString((login + ":rumbo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address("/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + credentials);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
