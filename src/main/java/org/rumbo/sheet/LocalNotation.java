package org.rumbo.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rumbo.shared.Language;

/**
 * How people write days and numbers in their language. Whatever could be meant otherwise elsewhere is not guessed at: it is ambiguous.
 */
final class LocalNotation {
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ][\\d:.]*Z?)?");
    private static final Pattern LOCAL_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
    private static final Pattern WITH_COMMA =
            Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:[.\\u00A0\\u202F ]\\d{3})+)(?:,\\d+)?");
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?");
    private static final Pattern TWO_WAYS = Pattern.compile("[+-]?\\d{1,3}[.,]\\d{3}");
    private static final int MONTHS = 12;

    private final boolean dayFirst;
    private final boolean comma;
    private final boolean points;

    /**
     * A value, or none.
     *
     * @param ambiguous whether there is none because there could be two
     */
    record Result<T>(Optional<T> value, boolean ambiguous) {
        static <T> Result<T> of(T value) {
            return new Result<>(Optional.of(value), false);
        }

        static <T> Result<T> none() {
            return new Result<>(Optional.empty(), false);
        }

        static <T> Result<T> two() {
            return new Result<>(Optional.empty(), true);
        }
    }

    /** @param points whether the file's own numbers are text with a decimal point, as in CSV that a program wrote */
    LocalNotation(Language language, boolean points) {
        dayFirst = language != Language.EN;
        comma = language != Language.EN;
        this.points = points;
    }

    Result<LocalDate> day(String typed) {
        var iso = ISO_DAY.matcher(typed);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        var local = LOCAL_DAY.matcher(typed);
        if (!local.matches()) {
            return Result.none();
        }
        var first = Integer.parseInt(local.group(1));
        var second = Integer.parseInt(local.group(2));
        if (dayFirst) {
            return date(local.group(3), local.group(2), local.group(1));
        }
        // English is written both ways in the network.
        if (first <= MONTHS && second <= MONTHS && first != second) {
            return Result.two();
        }
        return second > MONTHS
                ? date(local.group(3), local.group(1), local.group(2))
                : date(local.group(3), local.group(2), local.group(1));
    }

    private static Result<LocalDate> date(String year, String month, String day) {
        try {
            return Result.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Result.none();
        }
    }

    Result<BigDecimal> number(String typed) {
        var text = typed.replace('\u2212', '-');
        if (text.length() > 2 * SheetLimits.DIGITS) {
            return Result.none();
        }
        if (!points && TWO_WAYS.matcher(text).matches() && (comma || text.indexOf(',') >= 0)) {
            // 1.234 is a thousand and more to some, one and a bit to others; 1,234 likewise.
            return Result.two();
        }
        if (PLAIN.matcher(text).matches()) {
            return decimal(text);
        }
        if (comma && WITH_COMMA.matcher(text).matches()) {
            return decimal(text.replaceAll("[.\\u00A0\\u202F ]", "").replace(',', '.'));
        }
        return !comma && WITH_POINT.matcher(text).matches() ? decimal(text.replace(",", "")) : Result.none();
    }

    private static Result<BigDecimal> decimal(String text) {
        var number = new BigDecimal(text);
        return number.precision() <= SheetLimits.DIGITS && number.scale() <= SheetLimits.DIGITS
                ? Result.of(number)
                : Result.none();
    }
}
