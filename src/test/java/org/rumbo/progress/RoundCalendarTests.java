package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundCalendarTests {
    private static final RoundCalendar HALVES = new RoundCalendar(
            true,
            List.of(
                    new RoundCalendar.Half("H1", "06-01", "06-20", "06-30"),
                    new RoundCalendar.Half("H2", "12-01", "12-20", "01-15")));

    @ParameterizedTest
    @CsvSource({
        "2030-05-31,",
        "2030-06-01, 2030-H1",
        "2030-06-30, 2030-H1",
        "2030-07-01,",
        "2030-12-01, 2030-H2",
        // A half that ends in the next year keeps the year in which it opened.
        "2031-01-15, 2030-H2",
        "2031-01-16,"
    })
    void knowsWhoseTimeItIs(LocalDate day, String key) {
        assertThat(HALVES.on(day).stream().map(RoundCalendar.Planned::key))
                .isEqualTo(key == null ? List.of() : List.of(key));
    }

    @Test
    void asksUntilTheDueDayAndClosesAtTheCutOff() {
        var planned = HALVES.on(LocalDate.of(2031, 1, 2)).get(0);

        assertThat(planned.due()).isEqualTo("2030-12-20");
        assertThat(planned.cutOff()).isEqualTo("2031-01-15");
    }

    /** A server that was away for a month opens it when it is back, and the teams still get what time is left. */
    @Test
    void givesTheTimeThatIsLeftWhereItOpensLate() {
        var planned = HALVES.on(LocalDate.of(2030, 6, 5)).get(0);

        assertThat(planned.openedOn(LocalDate.of(2030, 6, 20)).due()).isEqualTo("2030-06-20");
        assertThat(planned.openedOn(LocalDate.of(2030, 6, 21)).due()).isEqualTo("2030-06-30");
    }

    @Test
    void knowsTheLastDayOfFebruary() {
        var leap = new RoundCalendar(true, List.of(new RoundCalendar.Half("Q1", "02-29", "03-10", "03-31")));

        assertThat(leap.on(LocalDate.of(2028, 2, 28))).isEmpty();
        assertThat(leap.on(LocalDate.of(2028, 2, 29))).hasSize(1);
        assertThat(leap.on(LocalDate.of(2030, 2, 28))).hasSize(1);
    }
}
