package org.rumbo.browser;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rumbo.testing.LocalKeycloak;
import org.rumbo.testing.PackagedRumbo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The packaged application as in real use: a process of its own in the profile prod, a PostgreSQL and a Keycloak. */
final class RealUse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String PASSWORD = "only-for-this-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final LocalKeycloak keycloak =
            LocalKeycloak.starting(Path.of(System.getProperty("rumbo.test.keycloak")), address());
    private final EmbeddedPostgres database = EmbeddedPostgres.start();
    private final Path folder = Files.createTempDirectory("rumbo-real-use");
    private final Process rumbo;

    private RealUse() throws IOException {
        var builder = new ProcessBuilder(PackagedRumbo.command(List.of()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "prod",
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SPRING_DATASOURCE_URL",
                        database.getJdbcUrl("postgres", "postgres"),
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres",
                        "SPRING_DATASOURCE_PASSWORD",
                        PASSWORD,
                        "RUMBO_OIDC_ISSUER",
                        keycloak.issuer(),
                        "RUMBO_OIDC_CLIENT_SECRET",
                        LocalKeycloak.CLIENT_SECRET,
                        "RUMBO_PUBLIC_URL",
                        address(),
                        "RUMBO_DIRECTORY_REFRESH",
                        "1s"));
        builder.environment().put("RUMBO_MAIL_ENABLED", "false");
        rumbo = builder.start();
    }

    /** Rumbo does not wait for Keycloak, so both start at once. */
    static RealUse start() throws Exception {
        var realUse = new RealUse();
        try {
            realUse.awaitReady();
            realUse.keycloak.awaitReady();
            return realUse;
        } catch (RuntimeException failed) {
            realUse.close();
            throw failed;
        }
    }

    private void awaitReady() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && rumbo.isAlive()) {
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

    LocalKeycloak keycloak() {
        return keycloak;
    }

    JdbcClient database() {
        return JdbcClient.create(database.getPostgresDatabase());
    }

    String address() {
        return "http://localhost:" + port;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        rumbo.destroyForcibly();
        keycloak.close();
        database.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
