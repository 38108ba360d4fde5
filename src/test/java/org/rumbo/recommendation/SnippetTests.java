package org.rumbo.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetTests {
    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "Política de drogas, politica, [Política] de drogas",
        "Poli\u0301tica de drogas, politica, [Poli\u0301tica] de drogas",
        "A COOPERAÇÃO e a ação, cao, A COOPERA[ÇÃO] e a a[ção]",
        "seguridad y seguro, segur guridad, [seguridad] y [segur]o",
        "100%_seguro, 100%_, [100%_]seguro",
        "nada de eso, otra, nada de eso",
        "한국어 문서, 한국, [한국]어 문서",
        "😀 vía 😀, via, 😀 [vía] 😀"
    })
    void marksWhatWasFoundInTheOriginalWords(String text, String query, String marked) {
        assertThat(shown(Snippet.whole(text, SearchText.words(query)))).isEqualTo(marked);
    }

    @Test
    void losesNoLetterAndAddsNone() {
        var text = "<b>Ley</b> & \"decreto\" n.º 12,\n frontera  norte\u0301";
        for (var word : List.of("<b>", "&", "norte", "12", "n.º", "zzz", "\"")) {
            var snippet = Snippet.whole(text, SearchText.words(word));
            assertThat(snippet.segments().stream().map(Snippet.Segment::text).collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }

    @Test
    void cutsALongTextBetweenWordsAroundTheFirstThatWasFound() {
        var text = "antes de todo ".repeat(40) + "la FRONTERA norte " + "y despues de todo ".repeat(40);
        var shown = shown(Snippet.around(text, List.of("frontera"), 120));
        assertThat(shown).startsWith("… ").endsWith(" …").contains("la [FRONTERA] norte");
        assertThat(shown.length()).isBetween(100, 140);
        assertThat(shown.substring(2)).matches("(antes|de|todo) .*");
    }

    @Test
    void cutsATextWithoutBlanksBetweenTwoLetters() {
        var text = "😀".repeat(300);
        var shown = shown(Snippet.around(text, List.of("zzz"), 101));
        assertThat(shown).startsWith("😀").endsWith("😀 …");
        assertThat(shown.codePoints()).noneMatch(letter -> letter >= 0xD800 && letter <= 0xDFFF);
    }

    @Test
    void aShortTextIsShownWhole() {
        assertThat(shown(Snippet.around("Una frontera", List.of("frontera"), 100)))
                .isEqualTo("Una [frontera]");
    }

    private static String shown(Snippet snippet) {
        return snippet.segments().stream()
                .map(segment -> segment.found() ? "[" + segment.text() + "]" : segment.text())
                .collect(Collectors.joining());
    }
}
