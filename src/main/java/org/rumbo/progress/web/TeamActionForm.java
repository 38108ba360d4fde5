package org.rumbo.progress.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.TeamActionCommand;
import org.rumbo.progress.TeamActionView;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.InputText;
import org.rumbo.shared.TypedDay;

/**
 * An action as it was typed.
 *
 * @param tag the version on which it was written
 */
record TeamActionForm(
        @Nullable String text,
        @Nullable UUID owner,
        @Nullable TypedDay due,
        @Nullable Visibility visibility,
        @Nullable String reason,
        @Nullable Integer tag) {
    static final int LONGEST = 1000;
    static final TeamActionForm EMPTY = new TeamActionForm(null, null, null, null, null, null);

    static TeamActionForm of(TeamActionView action, @Nullable UUID owner) {
        return new TeamActionForm(
                action.text(), owner, TypedDay.of(action.due()), action.visibility(), null, action.version());
    }

    TeamActionCommand toCommand() {
        var input = new InputText();
        var words = input.required("text", plain(text), LONGEST, "text-required");
        var day = day(input, "due", due);
        var why = input.optional("reason", plain(reason), LONGEST);
        if (owner == null) {
            input.violated("owner", "owner-of-the-team");
        }
        input.check();
        return new TeamActionCommand(words, owner, day, visibility, why, tag);
    }

    /** What was typed as a day; what is none is remembered, and asked for. */
    static LocalDate day(InputText input, String field, @Nullable TypedDay typed) {
        var day = typed == null ? null : typed.date();
        if (day == null) {
            input.violated(field, typed == null || typed.isEmpty() ? "date-required" : "date-unreadable");
            return LocalDate.EPOCH;
        }
        return day;
    }

    private static @Nullable String plain(@Nullable String typed) {
        return typed == null ? null : typed.replace("\r\n", "\n");
    }
}
