package org.rumbo.sheet;

import static org.rumbo.sheet.SheetProblem.Kind;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a value of the column's type out of what stands in a cell, or says what is wrong with it. */
final class CellMeaning {
    private static final int FIRST_SURE_SERIAL = 10_000;
    private static final int SHOWN = 60;
    private static final int CHOICES_SHOWN = 12;

    private final LocalNotation notation;
    private final Words words;
    private final Map<SheetColumn, ShownChoices> choices = new HashMap<>();

    /** Words for yes and for no, in all languages, loosely written. */
    record Words(Set<String> yes, Set<String> no) {}

    /** A value, or what is wrong. */
    record Meaning(CellValue value, Optional<Kind> problem, List<String> arguments) {
        static Meaning of(CellValue value) {
            return new Meaning(value, Optional.empty(), List.of());
        }
    }

    CellMeaning(LocalNotation notation, Words words) {
        this.notation = notation;
        this.words = words;
    }

    Meaning of(SheetColumn column, RawCell cell) {
        return switch (cell.kind()) {
            case FORMULA -> problem(Kind.FORMULA, "");
            case ERROR -> problem(Kind.ERROR_VALUE, cell.text(), shortened(cell.text()));
            case MERGED -> problem(Kind.MERGED, cell.text());
            default -> cell.text().length() > SheetLimits.CELL ? tooLong(cell) : typed(column, cell);
        };
    }

    private static Meaning tooLong(RawCell cell) {
        return problem(Kind.TOO_LONG, cell.text().substring(0, SheetLimits.CELL), String.valueOf(SheetLimits.CELL));
    }

    private Meaning typed(SheetColumn column, RawCell cell) {
        if (cell.text().isEmpty()) {
            return Meaning.of(CellValue.EMPTY);
        }
        var isText = column.type() == ColumnType.TEXT || column.type() == ColumnType.LONG_TEXT;
        if (isText) {
            return isKeepable(cell.text())
                    ? Meaning.of(CellValue.text(shown(cell)))
                    : problem(Kind.UNREADABLE_TEXT, cell.text());
        }
        var text = shown(cell).strip();
        if (text.isEmpty()) {
            return Meaning.of(CellValue.EMPTY);
        }
        return switch (column.type()) {
            case DATE -> day(cell, text);
            case BOOLEAN -> flag(text);
            case INTEGER -> whole(cell, text);
            case DECIMAL -> decimal(cell, text);
            case CHOICE -> choice(column, text);
            default -> several(column, text);
        };
    }

    /** A NUL, or half of a pair: no database takes them. */
    private static boolean isKeepable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(letter -> letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }

    /** As people see it: numbers without an exponent and without zeros behind the point. */
    static String shown(RawCell cell) {
        if (cell.kind() == RawCell.Kind.BOOLEAN) {
            return cell.text().equals("1") ? "true" : "false";
        }
        if (cell.kind() != RawCell.Kind.NUMBER && cell.kind() != RawCell.Kind.NO_DAY) {
            return cell.text();
        }
        var number = Double.parseDouble(cell.text());
        return Double.isFinite(number) ? number(number).toPlainString() : cell.text();
    }

    private static BigDecimal number(double number) {
        var exact = BigDecimal.valueOf(number);
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    private Meaning day(RawCell cell, String text) {
        if (cell.kind() == RawCell.Kind.NUMBER) {
            // A small number was typed as a year or by mistake; a large one lost its format on the way.
            var serial = Double.parseDouble(cell.text());
            var day = serial >= FIRST_SURE_SERIAL ? ExcelDay.day(serial, false) : Optional.<LocalDate>empty();
            return day.map(found -> Meaning.of(new CellValue.Day(found)))
                    .orElseGet(() -> problem(Kind.NO_DATE, text, text));
        }
        if (cell.kind() == RawCell.Kind.BOOLEAN || cell.kind() == RawCell.Kind.NO_DAY) {
            return problem(Kind.NO_DATE, text, shortened(text));
        }
        var read = notation.day(text);
        return read.value()
                .map(day -> Meaning.of(new CellValue.Day(day)))
                .orElseGet(() -> problem(read.ambiguous() ? Kind.AMBIGUOUS_DATE : Kind.NO_DATE, text, shortened(text)));
    }

    private Meaning flag(String text) {
        var loose = ShownChoices.loose(text);
        if (words.yes().contains(loose)) {
            return Meaning.of(new CellValue.Flag(true));
        }
        return words.no().contains(loose)
                ? Meaning.of(new CellValue.Flag(false))
                : problem(Kind.NO_BOOLEAN, text, shortened(text));
    }

    private Meaning whole(RawCell cell, String text) {
        var read = numeric(cell, text);
        if (read.value().isEmpty()) {
            return problem(read.ambiguous() ? Kind.AMBIGUOUS_NUMBER : Kind.NO_INTEGER, text, shortened(text));
        }
        try {
            return Meaning.of(new CellValue.Whole(read.value().get().longValueExact()));
        } catch (ArithmeticException notWhole) {
            return problem(Kind.NO_INTEGER, text, shortened(text));
        }
    }

    private Meaning decimal(RawCell cell, String text) {
        var read = numeric(cell, text);
        return read.value()
                .map(number -> Meaning.of(new CellValue.Decimal(number)))
                .orElseGet(() ->
                        problem(read.ambiguous() ? Kind.AMBIGUOUS_NUMBER : Kind.NO_DECIMAL, text, shortened(text)));
    }

    private LocalNotation.Result<BigDecimal> numeric(RawCell cell, String text) {
        if (cell.kind() == RawCell.Kind.TEXT) {
            return notation.number(text);
        }
        if (cell.kind() != RawCell.Kind.NUMBER) {
            return LocalNotation.Result.none();
        }
        var number = Double.parseDouble(cell.text());
        if (!Double.isFinite(number) || (number != 0 && Math.abs(Math.log10(Math.abs(number))) > SheetLimits.DIGITS)) {
            return LocalNotation.Result.none();
        }
        return LocalNotation.Result.of(number(number));
    }

    private Meaning choice(SheetColumn column, String text) {
        return choices(column)
                .code(text)
                .map(code -> Meaning.of(new CellValue.Code(code)))
                .orElseGet(() -> noChoice(column, text, text));
    }

    private Meaning several(SheetColumn column, String text) {
        var read = choices(column).codes(text);
        return read.unknown()
                .map(unknown -> noChoice(column, text, unknown))
                .orElseGet(() -> Meaning.of(CellValue.codes(read.codes())));
    }

    private Meaning noChoice(SheetColumn column, String text, String unknown) {
        var allowed = choices(column).all();
        var shown = new ArrayList<>(allowed.subList(0, Math.min(allowed.size(), CHOICES_SHOWN)));
        if (shown.size() < allowed.size()) {
            shown.add("…");
        }
        return problem(Kind.NO_CHOICE, text, shortened(unknown), String.join("; ", shown));
    }

    private ShownChoices choices(SheetColumn column) {
        return choices.computeIfAbsent(column, ShownChoices::new);
    }

    private static Meaning problem(Kind kind, String typed, String... arguments) {
        return new Meaning(new CellValue.Unreadable(typed), Optional.of(kind), List.of(arguments));
    }

    /** For sentences: what somebody typed may be long. */
    static String shortened(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return text.substring(0, end) + "…";
    }

    /** The sets of loosely written words. */
    static Words words(List<String> yes, List<String> no) {
        return new Words(loose(yes), loose(no));
    }

    private static Set<String> loose(List<String> words) {
        var loose = new HashSet<String>();
        words.forEach(word -> loose.add(ShownChoices.loose(word)));
        return loose;
    }
}
