package org.rumbo.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.rumbo.reading.Source.SourceLine;

/**
 * Has a PDF read in a process of its own, with little memory and for a limited time, so that a file built to do harm can harm
 * nothing but that process. It is started from the same class path or jar, knows nothing of the installation's settings and
 * answers line by line.
 */
class PdfProcess {
    /** Longer than the longest paper takes. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final long MOST_CHARACTERS = 20_000_000;
    private static final int OUT_OF_MEMORY = 3;
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    private final Duration limit;

    PdfProcess(Duration limit) {
        this.limit = limit;
    }

    Source read(Path file, ReadingProgress progress) throws IOException, UnreadablePaper {
        var process = start(file);
        var watch = new Thread(() -> end(process), "pdf-limit");
        watch.setDaemon(true);
        watch.start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var source = receive(out, progress);
            requireGoodEnd(process);
            return source;
        } catch (IOException broken) {
            requireGoodEnd(process);
            throw broken;
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private static Process start(Path file) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss1m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path")));
        var inJar = ClassLoader.getSystemClassLoader().getResource(LAUNCHER.replace('.', '/') + ".class") != null
                && PdfProcess.class.getClassLoader() != ClassLoader.getSystemClassLoader();
        command.add(inJar ? LAUNCHER : PdfChild.class.getName());
        command.add(PdfChild.COMMAND);
        command.add(file.toAbsolutePath().toString());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private void end(Process process) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code P pages}, {@code p page label}, {@code L gap indent size text}; one each line, parted by tabs. */
    private static Source receive(BufferedReader out, ReadingProgress progress) throws IOException, UnreadablePaper {
        var lines = new ArrayList<SourceLine>();
        var labels = new ArrayList<String>();
        var pages = 0;
        var characters = 0L;
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            characters += line.length();
            if (characters > MOST_CHARACTERS || lines.size() > TextFile.MOST_LINES) {
                throw new UnreadablePaper(UnreadablePaper.Reason.TOO_LONG, String.valueOf(TextFile.MOST_LINES));
            }
            var parts = line.split("\t", 5);
            if (parts[0].equals("P")) {
                pages = Integer.parseInt(parts[1]);
            } else if (parts[0].equals("p")) {
                labels.add(parts.length > 1 ? parts[1] : "");
                progress.reached(labels.size(), pages);
            } else if (parts.length == 5) {
                if (parts[1].equals("1")) {
                    lines.add(new SourceLine("", labels.size(), 0));
                }
                var indent = parts[2].equals("1") ? "    " : "";
                lines.add(new SourceLine(indent + parts[4], labels.size(), Float.parseFloat(parts[3])));
            }
        }
        return new Source(List.copyOf(lines), true, List.copyOf(labels), List.of());
    }

    private static void requireGoodEnd(Process process) throws UnreadablePaper {
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnreadablePaper(UnreadablePaper.Reason.TOO_COSTLY);
        }
        switch (code) {
            case 0 -> {}
            case PdfChild.LOCKED -> throw new UnreadablePaper(UnreadablePaper.Reason.LOCKED);
            case PdfChild.NO_TEXT -> throw new UnreadablePaper(UnreadablePaper.Reason.NO_TEXT);
            case PdfChild.TOO_LONG ->
                throw new UnreadablePaper(UnreadablePaper.Reason.TOO_LONG, String.valueOf(PdfChild.MOST_PAGES));
            case PdfChild.BROKEN -> throw new UnreadablePaper(UnreadablePaper.Reason.BROKEN);
            case OUT_OF_MEMORY -> throw new UnreadablePaper(UnreadablePaper.Reason.TOO_COSTLY);
            default ->
                throw new UnreadablePaper(
                        code > 128 ? UnreadablePaper.Reason.TOO_COSTLY : UnreadablePaper.Reason.BROKEN);
        }
    }
}
