package org.rumbo.progress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rumbo.progress.IndicatorView;

class IndicatorFigureTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static IndicatorFigure figure(String baseline, String target, String... counts) {
        var values = Arrays.stream(counts)
                .map(count -> new IndicatorView.Value(
                        UUID.randomUUID(),
                        new BigDecimal(count),
                        START.plusDays(50),
                        "Yearbook",
                        null,
                        null,
                        null,
                        null))
                .toList();
        return IndicatorFigure.of(new IndicatorView(
                UUID.randomUUID(),
                "Offices",
                "offices",
                new BigDecimal(baseline),
                START,
                new BigDecimal(target),
                START.plusDays(100),
                values,
                List.of(),
                0));
    }

    @Test
    void goesFromTheBaselineOverTheCountsToTheTarget() {
        var figure = figure("0", "10", "5");

        assertThat(figure.line()).isEqualTo("8.0,88.0 160.0,48.0");
        assertThat(figure.aim()).isEqualTo("160.0,48.0 312.0,8.0");
    }

    @Test
    void staysWithinItsFrameHoweverFarACountIs() {
        var figure = figure("-999999999999999", "0.000001", "999999999999999");

        assertThat(figure.points()).allSatisfy(point -> {
            assertThat(point.x()).isBetween(8.0, 312.0);
            assertThat(point.y()).isBetween(8.0, 88.0);
        });
    }

    @Test
    void fallsWhereLessIsBetter() {
        assertThat(figure("10", "0").aim()).isEqualTo("8.0,8.0 312.0,88.0");
    }
}
