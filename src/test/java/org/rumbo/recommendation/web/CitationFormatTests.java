package org.rumbo.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.helper.json.StringJsonBuilderFactory;
import de.undercouch.citeproc.ris.RISConverter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.recommendation.Citations;
import org.rumbo.recommendation.Source;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What we write for reference managers, as another program reads it. */
class CitationFormatTests {
    private static final JsonMapper JSON = new JsonMapper();
    /** Those of the names in the Citation Style Language's schema for data that Rumbo needs; it allows no others. */
    private static final Set<String> CSL = Set.of(
            "id",
            "type",
            "author",
            "title",
            "container-title",
            "chapter-number",
            "page",
            "publisher",
            "issued",
            "ISBN",
            "language",
            "note",
            "URL");

    private static CitedPassage cited(@Nullable String chapter, @Nullable String authors, String publishers) {
        return cited(chapter, authors, publishers, "2019-12");
    }

    private static CitedPassage cited(
            @Nullable String chapter, @Nullable String authors, String publishers, String published) {
        return CitedPassage.of(
                "SPN-2019-PE-a",
                new Source("SPN-2019", 6, "a", 39, true, 5),
                new Citations.Citation(
                        "The region in the face of change",
                        "en",
                        chapter,
                        authors,
                        published,
                        "978-9972-671-66-1",
                        publishers,
                        "",
                        null),
                "Recommendation a",
                "https://rumbo.example.org/recommendations/SPN-2019-PE-a");
    }

    private static CSLItemData bib(CitedPassage cited) throws Exception {
        var converter = new BibTeXConverter();
        var read = converter.toItemData(converter.loadDatabase(bytes(known(BibTex.of(cited)))));
        assertThat(read).containsOnlyKeys("SPN-2019-PE-a");
        return read.get("SPN-2019-PE-a");
    }

    private static String issued(CSLItemData read) {
        return JSON.writeValueAsString(read.getIssued().toJson(new StringJsonBuilderFactory().createJsonBuilder()));
    }

    /** This reader does not know all commands that BibTeX's own styles do. */
    private static String known(String entry) {
        return entry.replace("{\\c c}", "ç")
                .replace("{\\L}", "Ł")
                .replace("{\\v S}", "Š")
                .replace("{\\v r}", "ř");
    }

    private static CSLItemData ris(CitedPassage cited) throws Exception {
        var converter = new RISConverter();
        var read = converter.toItemData(converter.loadLibrary(bytes(Ris.of(cited))));
        assertThat(read).hasSize(1);
        return read.values().iterator().next();
    }

    private static CSLItemData json(CitedPassage cited) {
        List<Map<String, Object>> items = JSON.readValue(CslJson.of(cited), new TypeReference<>() {});
        assertThat(items).hasSize(1);
        assertThat(CSL).containsAll(items.get(0).keySet());
        return CSLItemData.fromJson(items.get(0));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> texts() {
        return Stream.of(
                "Peru in the face of a new configuration",
                "¿Qué señala Ñandú? Más allá: «ação», coração, pingüino, İstanbul, Łomé, Ångström, naïve, Šafařík",
                "50 % of R&D_costs #1 {braces} \\backslash \\input{x} ~tilde^ $5 \"quoted\" @book{x, y = {z}}",
                "unbalanced } and { too, and \\",
                "ER  - \r\nTY  - JOUR\nAU  - Somebody\tElse\u2028here\u0000",
                "漢字 and Кириллица and \uD83D\uDE00",
                "decomposed: cafe\u0301 n\u0303");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyTextComesBackAsItWas(String text) throws Exception {
        var cited = cited(text, "Ana Ramírez y Núñez; José Peña", "Editorial " + text);
        var line = Objects.requireNonNull(cited.chapter());

        for (var read : List.of(bib(cited), ris(cited), json(cited))) {
            assertThat(composed(read.getTitle()).replaceAll("^\\{(漢.*)}$", "$1"))
                    .isEqualTo(composed(line));
            assertThat(read.getAuthor()).hasSize(2);
        }
        assertThat(json(cited).getPublisher()).isEqualTo(("Editorial " + line).replaceAll(" *; *", "; "));
        assertThat(Ris.of(cited).lines()).allMatch(one -> one.matches("[A-Z][A-Z0-9]  - .*"));
        assertThat(Ris.of(cited)).containsOnlyOnce("\r\nER  - ").endsWith("\r\nER  - \r\n");
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace('“', '"').replace('”', '"');
    }

    @Test
    void allFormatsSayTheSame() throws Exception {
        var cited = cited("Peru in the face of change", "Sebastien Adins; María Peña Ríos", "IDEI; KAS");

        for (var read : List.of(bib(cited), ris(cited), json(cited))) {
            assertThat(read.getType()).isEqualTo(CSLType.CHAPTER);
            assertThat(read.getTitle()).isEqualTo("Peru in the face of change");
            assertThat(read.getContainerTitle()).isEqualTo("The region in the face of change");
            assertThat(issued(read)).contains("2019", "12");
            assertThat(read.getURL()).isEqualTo("https://rumbo.example.org/recommendations/SPN-2019-PE-a");
            assertThat(read.getPage()).startsWith("39");
            assertThat(read.getPublisher()).contains("IDEI");
            assertThat(read.getNote()).isEqualTo("Recommendation a");
        }
        assertThat(json(cited).getAuthor()[1].getLiteral()).isEqualTo("María Peña Ríos");
        assertThat(BibTex.of(cited)).contains("author = {{Sebastien Adins} and {Mar{\\'i}a Pe{\\~n}a R{\\'i}os}}");
        assertThat(List.of(bib(cited).getISBN(), json(cited).getISBN())).containsOnly("978-9972-671-66-1");
    }

    @Test
    void aPaperWhoseChapterIsNotKnownIsCitedWhole() throws Exception {
        var cited = cited(null, null, "KAS");

        for (var read : List.of(bib(cited), ris(cited), json(cited))) {
            assertThat(read.getTitle()).isEqualTo("The region in the face of change");
            assertThat(read.getContainerTitle()).isNull();
            assertThat(read.getAuthor()).isNullOrEmpty();
        }
    }

    /** So an imported paper begins: its month and its publishers are not known. */
    @Test
    void aPaperOfWhichTheYearAloneIsKnownIsCitedWithTheYear() throws Exception {
        var cited = cited("Peru in the face of change", "Sebastien Adins", "", "2026");

        for (var read : List.of(bib(cited), ris(cited), json(cited))) {
            assertThat(issued(read)).contains("2026").doesNotContain("12");
            assertThat(read.getPublisher()).isNull();
        }
    }

    @Test
    void theLettersOfTheRegionNeedNoUnicode() {
        assertThat(BibTex.escaped("áéíóúñãõçêàüÁÑÇ")).matches("\\p{ASCII}+");
        assertThat(BibTex.escaped("í ã ç")).isEqualTo("{\\'i} {\\~a} {\\c c}");
    }
}
