package org.rumbo.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The aggregate's moves against a table written by hand. */
class StateTests {
    /** Row: from; column: to, both in the order of the route. F forward, X closing, B back, O reopening by a director. */
    private static final List<String> TABLE = List.of(
            ".   F   .   .   .   X", // PROPOSED
            ".   .   F   F   .   X", // UNDER_REVIEW
            ".   B   .   F   .   X", // ADOPTED
            ".   B   B   .   .   X", // IMPLEMENTED
            ".   BO  BO  O   .   .", // EVALUATED
            "O   O   O   O   O   ."); // CLOSED

    static Stream<Arguments> pairs() {
        return Arrays.stream(State.values()).flatMap(from -> Arrays.stream(State.values())
                .map(to -> Arguments.of(from, to, TABLE.get(from.ordinal()).split(" +")[to.ordinal()])));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @MethodSource("pairs")
    void movesAreExactlyTheLawfulOnes(State from, State to, String cell) {
        var move = cell.contains("F")
                ? Optional.of(Move.FORWARD)
                : cell.contains("X")
                        ? Optional.of(Move.CLOSING)
                        : cell.contains("B") ? Optional.of(Move.REGRESSION) : Optional.<Move>empty();
        assertThat(from.moveTo(to)).isEqualTo(move);
        assertThat(from.claimable().contains(to)).isEqualTo(move.isPresent());
        assertThat(from.reopenings().contains(to)).isEqualTo(cell.contains("O"));
    }

    @Test
    void noClaimLeadsToEvaluated() {
        for (var from : State.values()) {
            assertThat(from.claimable()).as(from.name()).doesNotContain(State.EVALUATED);
        }
    }

    @Test
    void lettersAreThoseOfTheMatrix() {
        assertThat(Arrays.stream(State.values()).map(State::letter)).containsExactly('P', 'R', 'A', 'I', 'E', 'C');
    }

    @Test
    void targetsComeInTheOrderOfTheRoute() {
        assertThat(State.IMPLEMENTED.claimable()).containsExactly(State.UNDER_REVIEW, State.ADOPTED, State.CLOSED);
    }
}
