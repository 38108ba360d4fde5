package org.rumbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real object store on this machine alone, in a process of its own; it refuses whoever does not sign with its key. */
public final class LocalS3 implements AutoCloseable {
    public static final String BUCKET = "evidence";
    public static final String ACCESS_KEY = "local-key";
    public static final String SECRET_KEY = "local-secret-of-this-test";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private Process process;

    private LocalS3(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static LocalS3 started() {
        try {
            var store = new LocalS3(Files.createTempDirectory("rumbo-s3"), freePort());
            Files.createDirectories(store.bucket());
            Runtime.getRuntime().addShutdownHook(new Thread(store::close));
            store.start();
            return store;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Starts it, for the first time or again at the same address and with what it kept. */
    public void start() {
        try {
            var settings = Files.write(
                    folder.resolve("s3proxy.conf"),
                    List.of(
                            "s3proxy.endpoint=" + endpoint(),
                            "s3proxy.authorization=aws-v4",
                            "s3proxy.identity=" + ACCESS_KEY,
                            "s3proxy.credential=" + SECRET_KEY,
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.filesystem.basedir=" + folder.resolve("data")));
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            System.getProperty("rumbo.test.s3"),
                            "--properties",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
            awaitReady();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitReady() {
        var http = HttpClient.newHttpClient();
        var question = HttpRequest.newBuilder(URI.create(endpoint())).build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    // It answers, and refuses whoever signs nothing.
                    if (http.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 403) {
                        return;
                    }
                } catch (IOException notYet) {
                    // Asked again.
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The object store does not start; see " + folder.resolve("log"));
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Where it keeps the objects of the one bucket, as files. */
    public Path bucket() {
        return folder.resolve("data").resolve(BUCKET);
    }

    /** The names of all objects. */
    public List<String> keys() throws IOException {
        try (Stream<Path> all = Files.walk(bucket())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> bucket().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    public void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            stop();
        }
        org.springframework.util.FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
