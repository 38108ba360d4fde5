package org.rumbo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rumbo.reading.Confidence;
import org.rumbo.reading.Passage;
import org.rumbo.reading.Place;

class ComparisonTests {
    private static final Map<Integer, String> COUNTRIES = Map.of(1, "XA", 2, "XB");
    private static final Place PLACE = new Place(1, 2, null, null, false);

    private static Passage passage(int chapter, String letter, String text) {
        return new Passage(chapter, letter, letter, text, null, PLACE, Confidence.HIGH, List.of());
    }

    private static List<FoundPassage> imported(Passage... passages) {
        var found = new ArrayList<FoundPassage>();
        for (var passage : passages) {
            found.add(new FoundPassage(
                    found.size() + 1,
                    passage.chapter(),
                    COUNTRIES.get(passage.chapter()),
                    passage.mark(),
                    passage.letter(),
                    passage.text(),
                    Wordings.hash(passage.text()),
                    null,
                    PLACE,
                    "HIGH",
                    "[]",
                    Difference.NEW,
                    null,
                    null));
        }
        return found;
    }

    private static List<String> told(Comparison comparison) {
        return comparison.passages().stream()
                .map(one -> one.country() + "-" + one.letter() + " " + one.difference() + " "
                        + one.passage().text())
                .toList();
    }

    @Test
    void ofAPaperThatIsNewEverythingIs() {
        assertThat(told(Comparison.of(List.of(passage(1, "a", "One"), passage(2, "a", "Two")), COUNTRIES, List.of())))
                .containsExactly("XA-a NEW One", "XB-a NEW Two");
    }

    @Test
    void onePutBeforeTheOthersLeavesThemTheirLetters() {
        var compared = Comparison.of(
                List.of(passage(1, "a", "Zero"), passage(1, "b", "One"), passage(1, "c", "Two")),
                COUNTRIES,
                imported(passage(1, "a", "One"), passage(1, "b", "Two")));

        assertThat(told(compared)).containsExactly("XA-c NEW Zero", "XA-a UNCHANGED One", "XA-b UNCHANGED Two");
        assertThat(compared.gone()).isEmpty();
    }

    @Test
    void otherWordsInTheSamePlaceAreAChange() {
        var compared = Comparison.of(
                List.of(passage(1, "a", "One, reworded"), passage(1, "b", "Two")),
                COUNTRIES,
                imported(passage(1, "a", "One"), passage(1, "b", "Two")));

        assertThat(told(compared)).containsExactly("XA-a CHANGED One, reworded", "XA-b UNCHANGED Two");
    }

    @Test
    void theSameWordsForAnotherCountryAreAnotherPassage() {
        var compared = Comparison.of(List.of(passage(2, "a", "One")), COUNTRIES, imported(passage(1, "a", "One")));

        assertThat(told(compared)).containsExactly("XB-a NEW One");
        assertThat(compared.gone()).extracting(FoundPassage::text).containsExactly("One");
    }

    @Test
    void twoChaptersOfOneCountryShareNoLetter() {
        assertThat(told(Comparison.of(
                        List.of(passage(1, "a", "One"), passage(2, "a", "Two")), Map.of(1, "XA", 2, "XA"), List.of())))
                .containsExactly("XA-a NEW One", "XA-b NEW Two");
    }

    @Test
    void chaptersWithoutACountryKeepWhatThePaperSays() {
        assertThat(told(Comparison.of(List.of(passage(1, "a", "One"), passage(2, "a", "Two")), Map.of(), List.of())))
                .containsExactly("-a NEW One", "-a NEW Two");
    }
}
