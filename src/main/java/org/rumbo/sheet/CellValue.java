package org.rumbo.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell holds; which kind belongs to a column, its {@link ColumnType} says. */
public sealed interface CellValue {
    /** A cell without content. An empty text is the same thing, for no file tells the two apart. */
    record Empty() implements CellValue {}

    /** Never empty; blanks at its ends and line ends stay as they were typed. */
    record Text(String text) implements CellValue {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("An empty text is an empty cell");
            }
        }
    }

    record Day(LocalDate day) implements CellValue {}

    record Flag(boolean set) implements CellValue {}

    record Whole(long number) implements CellValue {}

    /** Kept without zeros at its end, so that equal numbers are equal values. */
    record Decimal(BigDecimal number) implements CellValue {
        public Decimal {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** The code of a choice. */
    record Code(String code) implements CellValue {}

    /** The codes of choices, each once, in the order in which they stand; never none. */
    record Codes(List<String> codes) implements CellValue {
        public Codes {
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("No codes are an empty cell");
            }
            codes = List.copyOf(new LinkedHashSet<>(codes));
        }
    }

    /**
     * What stands in a cell that could not be read, as it was typed: {@code 31.2.2026} in a column of dates. It is written back
     * as that text, so that a corrected file shows people what they typed.
     */
    record Unreadable(String typed) implements CellValue {}

    CellValue EMPTY = new Empty();

    /** Empty where there is no text, or an empty one. */
    static CellValue text(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Text(text);
    }

    static CellValue day(@Nullable LocalDate day) {
        return day == null ? EMPTY : new Day(day);
    }

    static CellValue flag(@Nullable Boolean set) {
        return set == null ? EMPTY : new Flag(set);
    }

    static CellValue whole(@Nullable Long number) {
        return number == null ? EMPTY : new Whole(number);
    }

    static CellValue decimal(@Nullable BigDecimal number) {
        return number == null ? EMPTY : new Decimal(number);
    }

    static CellValue code(@Nullable String code) {
        return code == null || code.isEmpty() ? EMPTY : new Code(code);
    }

    static CellValue codes(List<String> codes) {
        return codes.isEmpty() ? EMPTY : new Codes(codes);
    }

    default boolean isEmpty() {
        return this instanceof Empty;
    }
}
