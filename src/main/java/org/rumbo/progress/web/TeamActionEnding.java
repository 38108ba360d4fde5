package org.rumbo.progress.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.InputText;
import org.rumbo.shared.TypedDay;

/**
 * How an action ended, as it was typed.
 *
 * @param doneOn when it was done
 * @param why why it is cancelled
 */
record TeamActionEnding(@Nullable TypedDay doneOn, @Nullable String why) {

    static TeamActionEnding on(LocalDate today) {
        return new TeamActionEnding(TypedDay.of(today), null);
    }

    LocalDate day() {
        var input = new InputText();
        var day = TeamActionForm.day(input, "doneOn", doneOn);
        input.check();
        return day;
    }

    String reason() {
        var input = new InputText();
        var reason = input.required("why", why, TeamActionForm.LONGEST, "reason-required");
        input.check();
        return reason;
    }
}
