package org.rumbo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Papers in three languages and many layouts, all invented, read exactly as the file beside each says. */
class PapersTests {
    private static final Path PAPERS = Path.of("src/test/resources/papers");
    private static final Set<String> COUNTRIES = Set.of("XA", "XB", "XC", "CL", "UY");

    static Stream<String> papers() throws IOException {
        try (var files = Files.list(PAPERS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void isReadAsExpected(String name) throws UnreadablePaper, IOException {
        var reading = Reading.of(PAPERS.resolve(name + ".txt"), name.substring(0, 2), COUNTRIES);
        assertThat(Seen.YAML.writeValueAsString(Seen.of(reading)))
                .isEqualTo(Files.readString(PAPERS.resolve(name + ".yml")));
        assertThat(reading.language()).isEqualTo(name.substring(0, 2));
        assertThat(reading.linePages()).hasSameSizeAs(reading.lines());
    }

    @Test
    void areAtLeastADozen() throws IOException {
        assertThat(papers()).hasSizeGreaterThanOrEqualTo(12);
    }
}
