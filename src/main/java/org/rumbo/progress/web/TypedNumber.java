package org.rumbo.progress.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.InputText;

/**
 * Numbers as people type and read them. A comma or a point separates decimals, whichever; what could as well be thousands is
 * asked for again, because a number that is read wrongly is worse than none.
 */
final class TypedNumber {
    private static final int LONGEST = 40;
    private static final int DECIMALS = 6;
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+([.,]\\d+)?");
    private static final Pattern PERHAPS_THOUSANDS = Pattern.compile("[-−]?[1-9]\\d{0,2}[.,]\\d{3}");

    private TypedNumber() {}

    /** The number; what is none is remembered, and asked for. */
    static BigDecimal read(InputText input, String field, @Nullable String typed) {
        var text = input.optional(field, typed, LONGEST);
        if (text == null) {
            input.violated(field, "number-required");
            return BigDecimal.ZERO;
        }
        var digits = text.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (digits.length() > LONGEST || !NUMBER.matcher(digits).matches()) {
            input.violated(field, "number-unreadable");
            return BigDecimal.ZERO;
        }
        if (PERHAPS_THOUSANDS.matcher(digits).matches()) {
            input.violated(field, "number-perhaps-thousands");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(digits.replace('−', '-').replace(',', '.'));
    }

    /** For a form: with the decimal separator of the language, and none between thousands. */
    static String typed(BigDecimal number, Locale locale) {
        var format = format(locale);
        format.setGroupingUsed(false);
        // With three decimals it would be asked for again.
        format.setMinimumFractionDigits(number.scale() == 3 ? 4 : 0);
        return format.format(number);
    }

    static String shown(BigDecimal number, Locale locale) {
        return format(locale).format(number);
    }

    private static DecimalFormat format(Locale locale) {
        var format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        return format;
    }
}
