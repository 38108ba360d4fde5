package org.rumbo.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak on this machine alone, with Rumbo's realm and its people for trying out, in memory: what is changed there is
 * gone when it ends. Uses nothing but the JDK, so that {@code java LocalKeycloak.java} starts it, too.
 */
public final class LocalKeycloak implements AutoCloseable {
    public static final String CLIENT_SECRET = "try-out-secret-of-this-machine-only";
    public static final String ADMIN = "admin";

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String OPTIONS = "--db=dev-file";
    private static final Path REALM = Path.of("config", "keycloak");

    private final Path home;
    private final int port;
    private final String rumbo;
    private Process process;

    private LocalKeycloak(Path home, int port, String rumbo) {
        this.home = home;
        this.port = port;
        this.rumbo = rumbo;
    }

    /** {@code java LocalKeycloak.java <unpacked Keycloak> <port> <Rumbo's address>}: runs until it is stopped. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var keycloak = new LocalKeycloak(home(Path.of(arguments[0])), Integer.parseInt(arguments[1]), arguments[2]);
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        System.out.println("Keycloak is starting, which takes about a minute, the first time two ...");
        keycloak.start();
        keycloak.awaitReady();
        System.out.println(keycloak.welcome());
        keycloak.process.waitFor();
    }

    /**
     * Begins to start one.
     *
     * @param rumbo where the Rumbo is reached that people come back to
     */
    public static LocalKeycloak starting(Path unpacked, String rumbo) {
        try {
            var keycloak = new LocalKeycloak(home(unpacked), freePort(), rumbo);
            Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
            keycloak.start();
            return keycloak;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A folder of its own around the shared, read-only programs. */
    private static Path home(Path unpacked) throws IOException {
        prepare(unpacked);
        var home = Files.createTempDirectory("rumbo-keycloak");
        for (var part : List.of("lib", "conf", "providers", "themes")) {
            Files.createSymbolicLink(home.resolve(part), unpacked.resolve(part).toAbsolutePath());
        }
        var imports = Files.createDirectories(home.resolve("data").resolve("import"));
        for (var file : List.of("rumbo-realm.json", "rumbo-users-0.json")) {
            Files.copy(REALM.resolve(file), imports.resolve(file));
        }
        var script = Path.of("bin", "kc.sh");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(unpacked.resolve(script), home.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
        return home;
    }

    /** Builds the server for these options, which takes most of a minute, once for this machine. */
    private static void prepare(Path unpacked) throws IOException {
        var built = unpacked.resolve("rumbo-built");
        try (var one =
                FileChannel.open(unpacked.resolve("rumbo-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            one.lock();
            if (Files.exists(built) && Files.readString(built).equals(OPTIONS)) {
                return;
            }
            var log = unpacked.resolve("rumbo-build.log");
            var building = new ProcessBuilder(
                            "bash", unpacked.resolve("bin").resolve("kc.sh").toString(), "build", OPTIONS)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!building.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || building.exitValue() != 0) {
                end(building);
                throw new IllegalStateException("Keycloak cannot be built: " + Files.readString(log));
            }
            Files.writeString(built, OPTIONS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Starts it, for the first time or again at the same address; whoever was signed in there is not any more. */
    public void start() throws IOException {
        var command = new ArrayList<>(
                List.of("bash", home.resolve("bin").resolve("kc.sh").toString()));
        command.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local"));
        command.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + port));
        command.addAll(List.of("--hostname=" + server(), "--log-level=warn"));
        command.add("--db-url=jdbc:h2:mem:keycloak;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m",
                        "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN,
                        "RUMBO_OIDC_CLIENT_SECRET", CLIENT_SECRET,
                        "RUMBO_PUBLIC_URL", rumbo));
        process = builder.start();
    }

    /** It says that it has started long before it answers, so it is asked. */
    public void awaitReady() {
        var http = HttpClient.newHttpClient();
        var question = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (http.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // asked again below
                }
                TimeUnit.MILLISECONDS.sleep(300);
            }
            throw new IllegalStateException("Keycloak does not answer: " + Files.readString(log()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public String server() {
        return "http://localhost:" + port;
    }

    public String issuer() {
        return server() + "/realms/rumbo";
    }

    private Path log() {
        return home.resolve("keycloak.log");
    }

    private String welcome() {
        return """

                Keycloak is ready, with the people of Rumbo's try-out (coordinator.pe, director.a, funder ..., password rumbo).
                Its own administration is at %s/admin (admin, password admin). Stop it with Ctrl-C.

                To start Rumbo as in real use against it you need an empty PostgreSQL database "rumbo" of a user "rumbo":

                SPRING_PROFILES_ACTIVE=prod SERVER_ADDRESS=127.0.0.1 SERVER_PORT=%s RUMBO_PUBLIC_URL=%s \\
                  RUMBO_OIDC_ISSUER=%s RUMBO_OIDC_CLIENT_SECRET=%s \\
                  SPRING_DATASOURCE_URL=jdbc:postgresql://localhost/rumbo SPRING_DATASOURCE_USERNAME=rumbo \\
                  SPRING_DATASOURCE_PASSWORD=<its password> RUMBO_MAIL_ENABLED=false java -jar target/rumbo.jar

                Then open %s
                """.formatted(server(), URI.create(rumbo).getPort(), rumbo, issuer(), CLIENT_SECRET, rumbo);
    }

    /** Ends it as a power cut would. */
    public void kill() {
        end(process);
    }

    /** Ends it and leaves nothing behind. */
    @Override
    public void close() {
        end(process);
        try (var files = Files.walk(home)) {
            // What is inside first; links are removed, not followed.
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException gone) {
            // Somebody else tidied up.
        }
    }

    /** The script has started another program: that one first, or it would go on without it. */
    private static void end(Process process) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
