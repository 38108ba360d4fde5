package org.rumbo.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.rumbo.shared.DomainException;

/** Numbers that indicators count in: exact decimals of a size that every database keeps. */
final class Amount {
    static final int DECIMALS = 6;
    private static final int DIGITS = 15;

    private Amount() {}

    /** The number without what does not count; one that cannot be kept exactly is refused (422). */
    static BigDecimal exact(String field, BigDecimal typed) {
        // Zero has no digits that count, whatever its exponent is.
        var number = typed.signum() == 0 ? BigDecimal.ZERO : typed.stripTrailingZeros();
        if (number.scale() > DECIMALS || (long) number.precision() - number.scale() > DIGITS) {
            throw DomainException.ruleNotMet(field, "number-of-15-digits");
        }
        return plain(number);
    }

    /** The same as people write it, without exponent. */
    static BigDecimal plain(BigDecimal kept) {
        var number = kept.signum() == 0 ? BigDecimal.ZERO : kept.stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
    }
}
