package org.rumbo.progress.web;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.IndicatorValueCommand;
import org.rumbo.progress.IndicatorView;
import org.rumbo.shared.InputText;
import org.rumbo.shared.TypedDay;

/**
 * A count as it was typed.
 *
 * @param reason why it corrects another; null where it does not
 */
record IndicatorValueForm(
        @Nullable String amount,
        @Nullable TypedDay on,
        @Nullable String source,
        @Nullable UUID evidence,
        @Nullable String note,
        @Nullable String reason) {
    static final int LINE = 1000;
    static final IndicatorValueForm EMPTY = new IndicatorValueForm(null, null, null, null, null, null);

    static IndicatorValueForm of(IndicatorView.Value value, Locale locale) {
        return new IndicatorValueForm(
                TypedNumber.typed(value.amount(), locale),
                TypedDay.of(value.on()),
                value.source(),
                value.evidence(),
                value.note(),
                null);
    }

    IndicatorValueCommand toCommand() {
        var input = new InputText();
        var command = new IndicatorValueCommand(
                TypedNumber.read(input, "amount", amount),
                TeamActionForm.day(input, "on", on),
                input.required("source", source, LINE, "source-required"),
                evidence,
                input.optional("note", note, LINE),
                input.optional("reason", reason, LINE));
        input.check();
        return command;
    }
}
