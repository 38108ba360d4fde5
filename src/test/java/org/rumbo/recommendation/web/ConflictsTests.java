package org.rumbo.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.MarkerView;
import org.springframework.context.support.StaticMessageSource;

class ConflictsTests {
    private final Conflicts conflicts = new Conflicts(allTexts());

    @Test
    void proposesMyOwnWhereIChangedItAndTheirsWhereIDidNot() {
        var drawn = form("Ministry", "Old title", null);
        var mine = form("Senate", "Old title", FieldMarks.write(drawn.texts()));
        var theirs = form("Congress", "New title", null);

        var found = conflicts.between(mine, theirs, Choices.NONE, List.of());

        assertThat(found).extracting(Conflict::field).containsExactly("addressee", "title.es");
        assertThat(found).extracting(Conflict::keepsTheirs).containsExactly(false, true);
        assertThat(found.get(1).language()).isEqualTo("es");
    }

    @Test
    void keepsWhatWasChosen() {
        var found = conflicts.between(
                form("Senate", null, null),
                form("Congress", null, null),
                Choices.of(Map.of("keep.addressee", "theirs", "addressee", "Senate")),
                List.of());

        assertThat(found.get(0).keepsTheirs()).isTrue();
    }

    @Test
    void seesNoDifferenceInLineEnds() {
        var mine = form("One\r\ntwo ", null, null);

        assertThat(conflicts.between(mine, form("One\ntwo", null, null), Choices.NONE, List.of()))
                .isEmpty();
    }

    @Test
    void setsMarkersSideBySide() {
        var there = new MarkerView(UUID.randomUUID(), "Theirs", Ambition.LIKE, false, null);
        var mine = new MarkerController.MarkerForm("Mine", Ambition.EXPECT, null, "seen");
        var theirs = Choices.of(Map.of("keep.text", "theirs", "keep.ambition", "theirs"));

        assertThat(conflicts.between(mine, there, Choices.NONE))
                .extracting(Conflict::theirs)
                .contains("Theirs");
        assertThat(mine.saw(there)).isFalse();
        assertThat(mine.with(theirs, there).says(there)).isTrue();
    }

    private static EditForm form(@Nullable String addressee, @Nullable String title, @Nullable String base) {
        var titles = new LanguageTexts(title, null, null);
        return new EditForm(addressee, null, null, null, null, null, null, titles, null, base, null);
    }

    private static StaticMessageSource allTexts() {
        var texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        return texts;
    }
}
