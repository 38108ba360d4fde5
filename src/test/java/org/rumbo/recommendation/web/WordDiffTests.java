package org.rumbo.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTests {
    /** Changed words in brackets. */
    private static String shown(List<WordDiff.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksTheWordsThatDifferOnEachSide() {
        var diff = WordDiff.of("Congress passed the law in May", "Congress debated the law in early May");

        assertThat(shown(diff.before())).isEqualTo("Congress [passed] the law in May");
        assertThat(shown(diff.after())).isEqualTo("Congress [debated] the law in [early] May");
        assertThat(diff.differs()).isTrue();
    }

    @Test
    void keepsLinesAndBlanks() {
        var diff = WordDiff.of("one  two\nthree", "one  two\nfour");

        assertThat(shown(diff.before())).isEqualTo("one  two\n[three]");
        assertThat(shown(diff.after())).isEqualTo("one  two\n[four]");
    }

    @Test
    void whatIsNewOrGoneIsMarkedWhole() {
        assertThat(shown(WordDiff.of(null, "all of it").after())).isEqualTo("[all of it]");
        assertThat(WordDiff.of(null, "all of it").before()).isEmpty();
        assertThat(shown(WordDiff.of("all of it", null).before())).isEqualTo("[all of it]");
    }

    @Test
    void sameWordsDoNotDiffer() {
        assertThat(WordDiff.of("the same", "the same").differs()).isFalse();
        assertThat(WordDiff.of(null, null).differs()).isFalse();
    }
}
