package org.rumbo.progress.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.RoundCommand;
import org.rumbo.shared.InputText;
import org.rumbo.shared.TypedDay;

/** An update round as a director describes it. */
record RoundForm(
        @Nullable String name,
        @Nullable TypedDay due,
        @Nullable TypedDay cutOff) {
    private static final int NAME = 120;

    static final RoundForm EMPTY = new RoundForm(null, null, null);

    RoundCommand toCommand() {
        var input = new InputText();
        var words = input.optional("name", name, NAME);
        var answers = date("due", due, input);
        var facts = date("cutOff", cutOff, input);
        input.check();
        return new RoundCommand(words, facts, answers);
    }

    private static LocalDate date(String field, @Nullable TypedDay typed, InputText input) {
        var day = typed == null ? null : typed.date();
        if (day == null) {
            input.violated(field, "date-unreadable");
            return LocalDate.EPOCH;
        }
        return day;
    }
}
