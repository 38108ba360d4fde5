package org.rumbo.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTests {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "Política de Defensa, politica de defensa",
        "COOPERAÇÃO, cooperacao",
        "ñandú, nandu",
        "Žižek Łódź, zizek łodz",
        "'  a \t b\n', a b",
        "Pe\u0301ru, peru",
        "ﬁn, ﬁn",
        "İstanbul, istanbul",
        "SPN-2019-PE-a, spn-2019-pe-a"
    })
    void foldsCaseAccentsAndSpaces(String text, String folded) {
        assertThat(SearchText.fold(text)).isEqualTo(folded);
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        for (var text : new String[] {"Árbol  ÑANDÚ", "çãõ", "漢字 한글", "a\u0301\u0301"}) {
            assertThat(SearchText.fold(SearchText.fold(text))).isEqualTo(SearchText.fold(text));
        }
    }

    @Test
    void looksAtTenWordsAtMost() {
        assertThat(SearchText.words("a b c d e f g h i j k l")).hasSize(10);
        assertThat(SearchText.words("Vía via  VÍA")).containsExactly("via");
        assertThat(SearchText.words("   ")).isEmpty();
        assertThat(SearchText.words(" Segunda  vía ")).containsExactly("segunda", "via");
    }

    @Test
    void codeAndTitlesStandFirst() {
        assertThat(SearchText.ofHead(Items.ofPaper())).isEqualTo("spn-2019-xa-a title es title pt title en");
    }

    @Test
    void leavesOutWhatNobodySees() {
        assertThat(SearchText.fold("so\u00ADlu\u200Bção\u00A0ágil \uFEFF")).isEqualTo("solucao agil");
        assertThat(SearchText.fold("ΣΟΦΟΣ σοφος")).isEqualTo("σοφοσ σοφοσ");
    }

    @Test
    void aPatternMeansItsOwnLetters() {
        assertThat(SearchText.pattern("100%_!")).isEqualTo("%100!%!_!!%");
    }
}
