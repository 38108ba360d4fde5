package org.rumbo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TypedDayTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @Test
    void isReadFromItsThreeFieldsAndFromAnAddress() {
        assertThat(new TypedDay(" 12", "3", "2026").date()).isEqualTo(DAY);
        assertThat(TypedDay.valueOf("2026-03-12").date()).isEqualTo(DAY);
        assertThat(TypedDay.of(DAY)).isEqualTo(new TypedDay("12", "3", "2026"));
    }

    @Test
    void anEmptyOneIsNoMistake() {
        for (var empty : new TypedDay[] {TypedDay.of(null), TypedDay.valueOf(""), new TypedDay("", " ", "")}) {
            assertThat(empty.isEmpty()).isTrue();
            assertThat(empty.isUnreadable()).isFalse();
            assertThat(empty.date()).isNull();
        }
    }

    @Test
    void whatIsNoDateIsSaidToBeNone() {
        for (var wrong : new TypedDay[] {
            TypedDay.valueOf("yesterday"), TypedDay.valueOf("2026-13-01"), new TypedDay("31", "2", "2026")
        }) {
            assertThat(wrong.isUnreadable()).isTrue();
            assertThat(wrong.date()).isNull();
        }
    }
}
