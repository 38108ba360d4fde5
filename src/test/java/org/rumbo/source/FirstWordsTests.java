package org.rumbo.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstWordsTests {
    @Test
    void whatIsShortStandsAsItIs() {
        assertThat(FirstWords.of("Open the archives.")).isEqualTo("Open the archives.");
    }

    @Test
    void whatIsLongEndsAfterAWord() {
        assertThat(FirstWords.of("word ".repeat(100).strip()))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("word…");
    }

    @Test
    void whatHasNoBlanksIsCutAllTheSameAndNeverThroughACharacter() {
        assertThat(FirstWords.of("x".repeat(500))).hasSize(120).endsWith("x…");
        assertThat(FirstWords.of("😀".repeat(500), 120).codePoints())
                .hasSizeLessThanOrEqualTo(61)
                .doesNotContain((int) Character.highSurrogate(0x1F600));
    }
}
