package org.rumbo.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The figures that these tests are quoted with: printed, and kept in {@code target/access-report.txt}. */
final class Report {
    private static final Path FILE = Path.of("target", "access-report.txt");

    private Report() {}

    static void line(String line) {
        System.out.println(line);
        try {
            Files.writeString(
                    FILE, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
