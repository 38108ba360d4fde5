package org.rumbo.progress.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.RoundMove;
import org.rumbo.progress.RoundView;
import org.rumbo.shared.InputText;
import org.rumbo.shared.TypedDay;

/** Other days for an open round, as a director types them. */
record RoundDaysForm(
        @Nullable TypedDay due,
        @Nullable TypedDay cutOff,
        @Nullable String reason) {
    private static final int LONG = 2000;

    /** The days as they are. */
    static RoundDaysForm of(RoundView round) {
        return new RoundDaysForm(TypedDay.of(round.due()), TypedDay.of(round.cutOff()), null);
    }

    RoundMove toMove() {
        var input = new InputText();
        var answers = date("due", due, input);
        var facts = date("cutOff", cutOff, input);
        var why = input.optional("reason", reason, LONG);
        input.check();
        return new RoundMove(answers, facts, why);
    }

    private static @Nullable LocalDate date(String field, @Nullable TypedDay typed, InputText input) {
        var day = typed == null ? null : typed.date();
        if (day == null) {
            input.violated(field, "date-unreadable");
        }
        return day;
    }
}
