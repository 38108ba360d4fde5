package org.rumbo.sheet;

import java.util.OptionalDouble;

/** What is written for a value: a number where a spreadsheet's numbers can hold it, else text that reads the same anywhere. */
final class CellContent {
    /** As many digits as a spreadsheet keeps. */
    private static final int DIGITS = 15;

    private static final long LARGEST_WHOLE = 999_999_999_999_999L;

    private CellContent() {}

    /** Refuses a value that is not of the column's type. */
    static void check(SheetColumn column, CellValue value) {
        var fits =
                switch (column.type()) {
                    case TEXT, LONG_TEXT -> value instanceof CellValue.Text;
                    case DATE -> value instanceof CellValue.Day;
                    case BOOLEAN -> value instanceof CellValue.Flag;
                    case INTEGER -> value instanceof CellValue.Whole;
                    case DECIMAL -> value instanceof CellValue.Decimal;
                    case CHOICE -> value instanceof CellValue.Code;
                    case MULTI_CHOICE -> value instanceof CellValue.Codes;
                };
        if (!fits && !value.isEmpty() && !(value instanceof CellValue.Unreadable)) {
            throw new IllegalArgumentException("Not for column " + column.key() + ": " + value);
        }
    }

    static OptionalDouble number(CellValue value) {
        if (value instanceof CellValue.Day day) {
            return ExcelDay.serial(day.day())
                    .map(serial -> OptionalDouble.of(serial))
                    .orElse(OptionalDouble.empty());
        }
        if (value instanceof CellValue.Whole whole && Math.abs(whole.number()) <= LARGEST_WHOLE) {
            return whole.number() == Long.MIN_VALUE ? OptionalDouble.empty() : OptionalDouble.of(whole.number());
        }
        if (value instanceof CellValue.Decimal decimal
                && decimal.number().precision() <= DIGITS
                && Math.abs(decimal.number().scale()) <= DIGITS) {
            return OptionalDouble.of(decimal.number().doubleValue());
        }
        return OptionalDouble.empty();
    }

    /** The same in all languages: days by ISO 8601, numbers with a point, codes as they are. */
    static String plain(CellValue value) {
        if (value instanceof CellValue.Text text) {
            return text.text();
        }
        if (value instanceof CellValue.Day day) {
            return day.day().toString();
        }
        if (value instanceof CellValue.Flag flag) {
            return String.valueOf(flag.set());
        }
        if (value instanceof CellValue.Whole whole) {
            return String.valueOf(whole.number());
        }
        if (value instanceof CellValue.Decimal decimal) {
            return decimal.number().toPlainString();
        }
        if (value instanceof CellValue.Code code) {
            return code.code();
        }
        if (value instanceof CellValue.Codes codes) {
            return String.join(";", codes.codes());
        }
        return value instanceof CellValue.Unreadable unreadable ? unreadable.typed() : "";
    }
}
