package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.CountryCode;

class UpdateRoundTests {
    private static final CountryCode ALBORIA = new CountryCode("XA");
    private static final CountryCode BRESALIA = new CountryCode("XB");
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final UUID DIRECTOR = UUID.randomUUID();

    private final UpdateRound round = round();

    private static UpdateRound round() {
        var command = new RoundCommand(null, LocalDate.of(2030, 1, 31), LocalDate.of(2030, 1, 20));
        return new UpdateRound("2030-R1", command, List.of(ALBORIA, BRESALIA), DIRECTOR, NOW);
    }

    /** Written by hand: from where to where a team's part may go. */
    private static final Map<SubmissionState, Set<SubmissionState>> TABLE = Map.of(
            SubmissionState.AWAITED, Set.of(SubmissionState.SUBMITTED, SubmissionState.MISSED),
            SubmissionState.SUBMITTED,
                    Set.of(SubmissionState.ACCEPTED, SubmissionState.RETURNED, SubmissionState.UNDECIDED),
            SubmissionState.RETURNED, Set.of(SubmissionState.SUBMITTED, SubmissionState.MISSED),
            SubmissionState.ACCEPTED, Set.of(),
            SubmissionState.MISSED, Set.of(),
            SubmissionState.UNDECIDED, Set.of());

    /** Each act with the state to which it leads, tried from every state: what the table does not allow is refused and changes nothing. */
    @ParameterizedTest
    @EnumSource(SubmissionState.class)
    void goesWhereTheTableLeadsAndNowhereElse(SubmissionState from) {
        Map<SubmissionState, Consumer<UpdateRound>> acts = Map.of(
                SubmissionState.SUBMITTED, round -> round.submit(ALBORIA, NOW),
                SubmissionState.ACCEPTED, round -> round.accept(ALBORIA, DIRECTOR, NOW),
                SubmissionState.RETURNED, round -> round.giveBack(ALBORIA, "Why", NOW));
        acts.forEach((to, act) -> {
            var round = in(from);
            if (from.next().contains(to)) {
                act.accept(round);
                assertThat(round.of(ALBORIA).state()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> act.accept(round)).isInstanceOf(DomainException.class);
                assertThat(round.of(ALBORIA).state()).isEqualTo(from);
            }
        });
        assertThat(from.next()).isEqualTo(TABLE.get(from));
        var closing = EnumSet.of(from.whenClosed());
        closing.remove(from);
        assertThat(from.next()).containsAll(closing);
    }

    private static UpdateRound in(SubmissionState state) {
        var round = round();
        if (state != SubmissionState.AWAITED && state != SubmissionState.MISSED) {
            round.submit(ALBORIA, NOW);
        }
        switch (state) {
            case ACCEPTED -> round.accept(ALBORIA, DIRECTOR, NOW);
            case RETURNED -> round.giveBack(ALBORIA, "Say more", NOW);
            case MISSED, UNDECIDED -> round.close(null, NOW);
            case AWAITED, SUBMITTED -> {}
        }
        assertThat(round.of(ALBORIA).state()).isEqualTo(state);
        return round;
    }

    @Test
    void noTeamWaitsForAnother() {
        round.submit(ALBORIA, NOW);
        assertThat(round.accept(ALBORIA, DIRECTOR, NOW)).isFalse();

        assertThat(round.of(BRESALIA).state()).isEqualTo(SubmissionState.AWAITED);
        round.requireOpen();
    }

    @Test
    void closesWhenTheLastTeamIsAccepted() {
        round.submit(ALBORIA, NOW);
        round.submit(BRESALIA, NOW);
        assertThat(round.accept(BRESALIA, DIRECTOR, NOW)).isFalse();
        assertThat(round.accept(ALBORIA, DIRECTOR, NOW)).isTrue();

        assertThatThrownBy(round::requireOpen)
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.ROUND_CLOSED));
    }

    @Test
    void takesNothingOnceItIsClosed() {
        round.submit(ALBORIA, NOW);
        round.close(DIRECTOR, NOW);

        assertThat(round.of(ALBORIA).state()).isEqualTo(SubmissionState.UNDECIDED);
        assertThat(round.of(BRESALIA).state()).isEqualTo(SubmissionState.MISSED);
        assertThatThrownBy(() -> round.submit(BRESALIA, NOW)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> round.accept(ALBORIA, DIRECTOR, NOW)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> round.close(DIRECTOR, NOW)).isInstanceOf(DomainException.class);
    }

    @Test
    void knowsNoPartOfATeamThatTakesNoPart() {
        assertThatThrownBy(() -> round.submit(new CountryCode("XC"), NOW))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.NOT_FOUND));
    }
}
