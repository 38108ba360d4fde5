package org.rumbo.progress.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.TeamActionView;

/**
 * An action in the list of its item.
 *
 * @param owner who does it, by name
 * @param daysLate for how long it has been due; 0 unless it is late
 */
record TeamActionLine(TeamActionView action, @Nullable String owner, long daysLate) {

    static TeamActionLine of(TeamActionView action, @Nullable String owner, LocalDate today) {
        return new TeamActionLine(action, owner, action.late() ? ChronoUnit.DAYS.between(action.due(), today) : 0);
    }

    /** Whether its due date is another than to begin with. */
    public boolean moved() {
        return !action.due().equals(action.firstDue());
    }
}
