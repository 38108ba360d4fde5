package org.rumbo.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.shared.Language;

class TranslationTests {
    @ParameterizedTest(name = "{0} from {1}, now {2}, machine {3}: {4}")
    @CsvSource({
        ", , original, false, MISSING",
        ", original, original, true, MISSING",
        "texto, original, original, false, HUMAN",
        "texto, original, original, true, MACHINE",
        "texto, before, original, false, STALE",
        "texto, before, original, true, STALE",
        "texto, , original, false, STALE"
    })
    void saysHowFarATextCanBeTrusted(
            String text, String translated, String original, boolean machine, TranslationStatus status) {
        assertThat(TranslationStatus.of(text, translated, original, machine)).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "one two three, one two three, one two three",
        "one two three, one 2 three, one -two +2 three",
        "one two, one two three, one two +three",
        "'', new words, +new words",
        "old words, '', -old words"
    })
    void tellsWhatChangedWordByWord(String before, String after, String told) {
        var changes = WordChange.between(before, after).stream()
                .map(change -> switch (change.kind()) {
                    case SAME -> change.text().strip();
                    case REMOVED -> "-" + change.text().strip();
                    case ADDED -> "+" + change.text().strip();
                })
                .collect(Collectors.joining(" "));
        assertThat(changes).isEqualTo(told);
    }

    @Test
    void theAgreedReadingHasOneOriginalAndTranslations() {
        var item = Items.trackable();
        item.translate(TextField.READING, Language.PT, "leitura");
        assertThat(item.texts(TextField.READING).in(Language.PT)).isEqualTo("leitura");
        assertThat(item.texts(TextField.READING).in(Language.ES)).isEqualTo("reading");
        assertThat(item.texts(TextField.READING).in(Language.EN)).isNull();
        assertThat(TextField.READING.in(Language.PT)).isEqualTo("readingPt");
    }
}
