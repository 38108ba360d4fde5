package org.rumbo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** The first paper's seeds say what was counted by hand, in our own words. */
class SeedTests {
    private static final ClassPathResource FILE = new ClassPathResource("seeds/region-security-2019.yml");
    private static final int LONGEST_COMMON_RUN = 6;

    private final Seed seed = SeedFile.read(FILE);

    @Test
    void holdTheItemsThatWereCountedByHand() {
        var perCountry = seed.recommendations().stream()
                .collect(Collectors.groupingBy(Seed.ItemSeed::country, Collectors.counting()));

        assertThat(perCountry).isEqualTo(Map.of("BR", 2L, "CO", 7L, "CL", 3L, "BO", 6L, "PE", 4L));
        assertThat(seed.teams()).extracting(Seed.TeamSeed::country).containsExactly("BR", "CO", "CL", "EC", "BO", "PE");
        assertThat(seed.chapters()).hasSize(6);
        assertThat(seed.chapters().stream().flatMap(chapter -> chapter.authors().stream()))
                .hasSize(11)
                .doesNotHaveDuplicates();
    }

    @Test
    void holdTheClassesAndLinksThatWereReadByHand() {
        var classes = seed.recommendations().stream()
                .collect(Collectors.groupingBy(Seed.ItemSeed::actionability, Collectors.counting()));
        var links = seed.links().stream()
                .map(link -> link.from().substring(9) + " " + link.type() + " "
                        + link.to().substring(9))
                .toList();

        assertThat(classes).isEqualTo(Map.of(2, 5L, 3, 2L, 4, 11L, 5, 4L));
        assertThat(links).hasSize(9).contains("PE-b DEPENDS_ON PE-a", "PE-c CONFLICTS_WITH CL-c", "BO-d SUPPORTS BO-e");
    }

    @Test
    void areWrittenInThreeLanguages() {
        for (var item : seed.recommendations()) {
            assertThat(item.title().keySet()).as(item.code()).isEqualTo(Set.of("en", "es", "pt"));
            assertThat(item.summary().keySet()).as(item.code()).isEqualTo(Set.of("en", "es", "pt"));
            assertThat(new HashSet<>(item.title().values())).as(item.code()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "code: SPN-2019-BR-a, code: SPN-2019-BRA-a",
        "chapter: 1, chapter: none",
        "themes:, topics:",
        "type: DEPENDS_ON, type: LIKES",
        "language: en, language: fr"
    })
    void areRefusedWhereTheSchemaIsBroken(String right, String wrong) throws IOException {
        var text = FILE.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        var broken = new ByteArrayResource(
                text.replaceFirst(java.util.regex.Pattern.quote(right), wrong).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> SeedFile.read(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not valid");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "RUMBO_PAPER", matches = ".+", disabledReason = "RUMBO_PAPER names no paper")
    void copyNoSentenceOfThePaper() throws Exception {
        var paper = Files.readAllBytes(Path.of(System.getenv("RUMBO_PAPER")));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(paper)))
                .isEqualTo("bc6d3ba9c971b17f5ef2953d90f61d678e236fc168b044a24ca297096e871517");
        var runs = runs(new String(paper, StandardCharsets.UTF_8).replaceAll("-\\R\\s*", ""));
        var copied = new ArrayList<String>();
        for (var item : seed.recommendations()) {
            for (var text : List.of(item.title().get("en"), item.summary().get("en"))) {
                runs(text).stream().filter(runs::contains).forEach(run -> copied.add(item.code() + ": " + run));
            }
        }
        assertThat(copied).isEmpty();
    }

    private static Set<String> runs(String text) {
        var words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var runs = new HashSet<String>();
        for (var i = 0; i + LONGEST_COMMON_RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + LONGEST_COMMON_RUN)));
        }
        return runs;
    }
}
