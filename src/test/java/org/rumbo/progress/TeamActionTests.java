package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;

class TeamActionTests {
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BETO = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-23T10:15:30.123Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate DUE = TODAY.plusDays(7);

    private final TeamAction action = new TeamAction(UUID.randomUUID(), wish("A letter", DUE), ANA, AT);

    private static TeamAction.Wish wish(String text, LocalDate due) {
        return new TeamAction.Wish(text, Visibility.TEAM, BETO, due);
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.violations())
                        .extracting("rule")
                        .containsExactly(rule));
    }

    @Test
    void movesItsDueDateForAReasonAndKeepsTheFirst() {
        refuses("reason-required", () -> action.change(wish("A letter", DUE.plusDays(1)), null));
        assertThat(action.due()).isEqualTo(DUE);

        var change = action.change(wish("A letter", DUE.plusDays(1)), "Closed until then");
        action.change(wish("A letter", DUE.plusDays(9)), "Again");

        assertThat(action.due()).isEqualTo(DUE.plusDays(9));
        assertThat(action.firstDue()).isEqualTo(DUE);
        assertThat(action.dueReason()).isEqualTo("Again");
        assertThat(change.texts()).containsEntry("reason", "Closed until then").doesNotContainKey("actionOld");
        assertThat(change.detail().toString()).doesNotContain("Closed", "letter");
    }

    @Test
    void tellsNoChangeWhereNothingChanges() {
        assertThat(action.change(wish("A letter", DUE), null).isNone()).isTrue();
        assertThat(action.change(wish("Two letters", DUE), null).isNone()).isFalse();
        assertThat(action.change(new TeamAction.Wish("Two letters", Visibility.TEAM, ANA, DUE), null)
                        .isNone())
                .isFalse();
    }

    @Test
    void namesNobodyInTheLedger() {
        var change = action.change(new TeamAction.Wish("A letter", Visibility.NETWORK, ANA, DUE), null);

        assertThat(change.detail() + " " + change.texts()).doesNotContain(ANA.toString(), BETO.toString());
    }

    @Test
    void isDoneOnADayThatHasCome() {
        refuses("not-in-the-future", () -> action.done(TODAY.plusDays(1), TODAY));
        assertThat(action.open()).isTrue();

        action.done(TODAY, TODAY);

        assertThat(action.doneOn()).isEqualTo(TODAY);
        assertThat(action.open()).isFalse();
    }

    @Test
    void staysAsItIsOnceItIsOver() {
        action.cancel("Somebody else did it", AT);

        refuses("action-still-open", () -> action.done(TODAY, TODAY));
        refuses("action-still-open", () -> action.cancel("Again", AT));
        refuses("action-still-open", () -> action.change(wish("Another", DUE), null));
        assertThat(action.cancelReason()).isEqualTo("Somebody else did it");
    }

    @Test
    void isLateFromTheDayAfterWhileItIsOpen() {
        assertThat(action.late(DUE)).isFalse();
        assertThat(action.late(DUE.plusDays(1))).isTrue();

        action.done(TODAY, TODAY);
        assertThat(action.late(DUE.plusDays(1))).isFalse();
    }
}
