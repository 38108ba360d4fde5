package org.rumbo.progress.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.IndicatorCommand;
import org.rumbo.progress.IndicatorView;
import org.rumbo.shared.InputText;
import org.rumbo.shared.TypedDay;

/**
 * An indicator as it was typed.
 *
 * @param tag the version on which it was written
 */
record IndicatorForm(
        @Nullable String name,
        @Nullable String unit,
        @Nullable String baseline,
        @Nullable TypedDay baselineOn,
        @Nullable String target,
        @Nullable TypedDay targetOn,
        @Nullable Integer tag) {
    static final int NAME = 300;
    static final int UNIT = 60;
    static final IndicatorForm EMPTY = new IndicatorForm(null, null, null, null, null, null, null);

    static IndicatorForm of(IndicatorView indicator, Locale locale) {
        return new IndicatorForm(
                indicator.name(),
                indicator.unit(),
                TypedNumber.typed(indicator.baseline(), locale),
                TypedDay.of(indicator.baselineOn()),
                TypedNumber.typed(indicator.target(), locale),
                TypedDay.of(indicator.targetOn()),
                indicator.version());
    }

    IndicatorCommand toCommand() {
        var input = new InputText();
        var command = new IndicatorCommand(
                input.required("name", name, NAME, "text-required"),
                input.required("unit", unit, UNIT, "text-required"),
                TypedNumber.read(input, "baseline", baseline),
                TeamActionForm.day(input, "baselineOn", baselineOn),
                TypedNumber.read(input, "target", target),
                TeamActionForm.day(input, "targetOn", targetOn),
                tag);
        input.check();
        return command;
    }
}
