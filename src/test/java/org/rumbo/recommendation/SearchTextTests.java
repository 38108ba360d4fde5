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
    void looksAtEightWordsAtMost() {
        assertThat(SearchText.words("a b c d e f g h i j")).hasSize(8);
        assertThat(SearchText.words("   ")).isEmpty();
        assertThat(SearchText.words(" Segunda  vía ")).containsExactly("segunda", "via");
    }

    @Test
    void findsCodeTextsOfAllLanguagesAddresseeAndThemes() {
        var item = Items.ofPaper();
        item.edit(Items.edit("Ministerio Público", null, null), Items.COORDINATOR, Items.AT);
        assertThat(SearchText.of(item))
                .contains("spn-2019-xa-a", "title en", "summary pt", "ministerio publico", "rights");
    }
}
