package org.rumbo.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application for tests that run it as a process of its own: unpacked, with its classes archived, as the README
 * tells operators to do for fast starts. A start then costs less than half of the processor time, and tests start it often.
 */
public final class PackagedRumbo {
    /** What the build made, as it is. */
    public static final Path JAR = Path.of("target", "rumbo.jar").toAbsolutePath();

    private static @Nullable List<String> start;

    private PackagedRumbo() {}

    /** The command line that starts it in a JVM of its own, with these arguments. */
    public static synchronized List<String> command(List<String> arguments) throws IOException {
        var known = start;
        if (known == null) {
            var unpacked = unpacked();
            known = java("-XX:SharedArchiveFile=" + unpacked.resolve("application.jsa"), unpacked);
            start = known;
        }
        var command = new ArrayList<>(known);
        command.addAll(arguments);
        return command;
    }

    /** Unpacked once per build: the folder's name says which. */
    private static Path unpacked() throws IOException {
        var built = Files.getLastModifiedTime(JAR).toMillis();
        var folder = JAR.resolveSibling("unpacked-" + built);
        if (!Files.exists(folder.resolve("application.jsa"))) {
            run(List.of(
                    executable(),
                    "-Djarmode=tools",
                    "-jar",
                    JAR.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    folder.toString()));
            var training =
                    new ArrayList<>(java("-XX:ArchiveClassesAtExit=" + folder.resolve("application.jsa"), folder));
            training.add(training.indexOf("-jar"), "-Dspring.context.exit=onRefresh");
            run(training);
        }
        return folder;
    }

    private static List<String> java(String archive, Path unpacked) {
        return List.of(
                executable(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                archive,
                "-jar",
                unpacked.resolve("rumbo.jar").toString());
    }

    private static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void run(List<String> command) throws IOException {
        var folder = Files.createTempDirectory("rumbo-unpacking");
        var output = folder.resolve("output.log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("RUMBO_DATA", folder.resolve("data").toString());
        builder.environment().put("SERVER_PORT", "0");
        var process = builder.start();
        try {
            if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(output));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            process.destroyForcibly();
        }
    }
}
