package org.rumbo.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rumbo.shared.Language;

class OwnFieldsTests {
    private static final Instant AT = Instant.parse("2026-03-12T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final Recommendation item = Items.ofTeam();

    @Test
    void leadsBackFromEveryField() {
        var before = OwnFields.of(item);
        edit(new EditCommand(
                Language.PT,
                "new",
                "more",
                "Ministry",
                "reading",
                List.of("drugs"),
                List.of(16),
                DAY,
                true,
                UUID.randomUUID(),
                Set.of()));
        edit(new EditCommand(Language.ES, "nuevo", "texto", null, null, null, null, null, null, null, Set.of()));

        before.from(OwnFields.of(item)).forEach(this::edit);

        assertThat(item.title().all()).isEqualTo(before.title().all());
        assertThat(item.summary().all()).isEqualTo(before.summary().all());
        assertThat(OwnFields.of(item)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void leadsBackToWhatWasThere() {
        edit(new EditCommand(null, null, null, "Ministry", null, List.of("drugs"), null, DAY, null, null, Set.of()));
        var before = OwnFields.of(item);
        edit(new EditCommand(
                null, null, null, "Senate", null, List.of(), null, null, null, null, Set.of("targetDate")));

        before.from(OwnFields.of(item)).forEach(this::edit);

        assertThat(item.addressee()).isEqualTo("Ministry");
        assertThat(item.themes()).containsExactly("drugs");
        assertThat(item.targetDate()).isEqualTo(DAY);
    }

    @Test
    void asksForNothingWhereNothingChanged() {
        assertThat(OwnFields.of(item).from(OwnFields.of(item))).isEmpty();
    }

    private void edit(EditCommand command) {
        item.edit(command, UUID.randomUUID(), AT);
    }
}
