package org.rumbo.recommendation;

import java.util.List;

/** Which reminders of a due date have their time: a decision table says it, not this code. */
public interface ReminderRules {
    /**
     * All whose time has come, first to last.
     *
     * @param daysLate days since the due date; negative before it
     */
    List<Rung> due(long daysLate);

    /**
     * One step of the ladder.
     *
     * @param escalates whether directors are told instead of whoever has to act
     */
    record Rung(String name, boolean escalates) {}
}
