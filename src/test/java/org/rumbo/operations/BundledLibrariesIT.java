package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The libraries in the jar are those whose hashes are written down, byte for byte: another version, a new one that came along
 * with it, or other content under the same name is a line in a review.
 */
class BundledLibrariesIT {
    private static final Path JAR = Path.of("target", "rumbo.jar");
    private static final Path PINNED = Path.of("docs", "libraries.sha256");
    private static final Path FOUND = Path.of("target", "libraries.sha256");
    private static final String FOLDER = "BOOT-INF/lib/";

    @Test
    void areThePinnedOnes() throws IOException {
        var found = bundled();
        assertThat(found).hasSizeGreaterThan(50);
        var lines = new TreeSet<String>();
        found.forEach((name, hash) -> lines.add(hash + "  " + name));
        var text = String.join(
                        "\n",
                        lines.stream()
                                .sorted(java.util.Comparator.comparing(line -> line.substring(66)))
                                .toList())
                + "\n";
        Files.writeString(FOUND, text);
        assertThat(Files.readString(PINNED).lines().toList())
                .as("If this change is meant: cp %s %s, and look at the difference in the review", FOUND, PINNED)
                .containsExactlyElementsOf(text.lines().toList());
    }

    @Test
    void areAllNamedInTheBillOfMaterials() throws IOException {
        var named = new TreeSet<String>();
        try (var jar = new JarFile(JAR.toFile())) {
            var bill = jar.stream()
                    .filter(entry -> entry.getName().endsWith("META-INF/sbom/application.cdx.json"))
                    .findFirst()
                    .orElseThrow();
            var components = new JsonMapper()
                    .readTree(jar.getInputStream(bill).readAllBytes())
                    .path("components");
            components.forEach(component -> {
                assertThat(component.path("hashes").size())
                        .as(component.path("name").asString())
                        .isPositive();
                component
                        .path("hashes")
                        .forEach(hash -> named.add(hash.path("content").asString()));
            });
        }
        bundled().forEach((name, hash) -> assertThat(named).as(name).contains(hash));
    }

    private static TreeMap<String, String> bundled() throws IOException {
        var found = new TreeMap<String, String>();
        try (var jar = new JarFile(JAR.toFile())) {
            var libraries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER)
                            && entry.getName().endsWith(".jar"))
                    .toList();
            for (var library : libraries) {
                try (var content = Objects.requireNonNull(jar.getInputStream(library))) {
                    found.put(library.getName().substring(FOLDER.length()), sha256(content));
                }
            }
        }
        return found;
    }

    private static String sha256(InputStream content) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
