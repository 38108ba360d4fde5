package org.rumbo.progress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;

class TypedNumberTests {
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private static BigDecimal read(String typed) {
        var input = new InputText();
        var number = TypedNumber.read(input, "amount", typed);
        input.check();
        return number;
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "'1250,5', 1250.5",
        "1250.5, 1250.5",
        "'-3,25', -3.25",
        "−3.25, -3.25",
        "'12 500', 12500",
        "0.125, 0.125",
        "'1,2340', 1.2340"
    })
    void readsEitherSeparatorOfDecimals(String typed, String number) {
        assertThat(read(typed)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,250', number-perhaps-thousands",
        "12.500, number-perhaps-thousands",
        "'1.250,5', number-unreadable",
        "1e9, number-unreadable",
        "'3 %', number-unreadable",
        "٣, number-unreadable",
        "' ', number-required"
    })
    void asksAgainForWhatCanBeReadTwice(String typed, String rule) {
        assertThatThrownBy(() -> read(typed))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.violations())
                        .extracting("rule")
                        .containsExactly(rule));
    }

    @Test
    void showsNumbersAsTheLanguageWritesThem() {
        var number = new BigDecimal("1234567.0625");

        assertThat(TypedNumber.shown(number, Locale.ENGLISH)).isEqualTo("1,234,567.0625");
        assertThat(TypedNumber.shown(number, SPANISH)).isEqualTo("1.234.567,0625");
        assertThat(TypedNumber.typed(number, SPANISH)).isEqualTo("1234567,0625");
    }

    @Test
    void whatItPutsIntoAFormCanBeSentBack() {
        for (var number : new String[] {"1.125", "1000", "0.000001", "-12.5"}) {
            assertThat(read(TypedNumber.typed(new BigDecimal(number), SPANISH))).isEqualByComparingTo(number);
        }
    }
}
