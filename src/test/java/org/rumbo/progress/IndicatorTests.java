package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.shared.DomainException;

class IndicatorTests {
    private static final UUID ANA = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-23T10:15:30.123Z");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Indicator.Measure measure(String unit, String baseline, String target, LocalDate by) {
        return new Indicator.Measure("Offices", unit, new BigDecimal(baseline), START, new BigDecimal(target), by);
    }

    private static IndicatorValueCommand count(String amount, LocalDate on, String reason) {
        return new IndicatorValueCommand(new BigDecimal(amount), on, "Yearbook", null, null, reason);
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.violations())
                        .extracting("rule")
                        .containsExactly(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "% of offices", "‰"})
    void countsAndTakesNoPercentage(String unit) {
        refuses("unit-is-no-percentage", () -> measure(unit, "1", "2", TODAY));
    }

    @Test
    void leadsFromABaselineToAnotherNumberLater() {
        refuses("target-after-baseline", () -> measure("offices", "1", "2", START));
        refuses("target-other-than-baseline", () -> measure("offices", "1", "1.0", TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "1.500, 1.5",
        "1E+3, 1000",
        "0E-20, 0",
        "0E+999999999, 0",
        "-0.000001, -0.000001",
        "999999999999999.5, 999999999999999.5"
    })
    void keepsNumbersExactly(String typed, String kept) {
        assertThat(Amount.exact("amount", new BigDecimal(typed)).toPlainString())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+15", "0.0000001", "1E+999999999", "1E-999999999"})
    void refusesWhatCannotBeKeptExactly(String typed) {
        refuses("number-of-15-digits", () -> Amount.exact("amount", new BigDecimal(typed)));
    }

    @Test
    void tellsWhichNumbersChanged() {
        var indicator = new Indicator(UUID.randomUUID(), measure("offices", "1", "12.5", TODAY), ANA, AT);

        assertThat(indicator.change(measure("offices", "1.0", "12.50", TODAY)).isNone())
                .isTrue();
        var change = indicator.change(measure("agencies", "1", "13", TODAY));

        assertThat(change.changes().toString()).contains("target", "12.5", "13").doesNotContain("agencies");
        assertThat(change.texts()).containsEntry("unitOld", "offices").containsEntry("unit", "agencies");
    }

    @Test
    void isCountedOnADayThatHasCome() {
        refuses(
                "not-in-the-future",
                () -> new IndicatorValue(UUID.randomUUID(), count("3", TODAY.plusDays(1), null), ANA, AT, TODAY));
    }

    @Test
    void isCorrectedByAnotherCountForAReason() {
        var wrong = new IndicatorValue(UUID.randomUUID(), count("3", TODAY, null), ANA, AT, TODAY);
        refuses("reason-required", () -> wrong.corrected(count("4", TODAY, null), ANA, AT, TODAY));

        var right = wrong.corrected(count("4", TODAY, "A slip"), ANA, AT, TODAY);

        assertThat(wrong.amount()).isEqualByComparingTo("3");
        assertThat(right.correctsId()).isEqualTo(wrong.id());
        assertThat(right.indicatorId()).isEqualTo(wrong.indicatorId());
    }
}
