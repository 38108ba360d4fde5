package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Actor;

/** What waits for somebody: tasks of the processes and next steps of her teams' recommendations. */
public interface Agenda {
    /** What is due first comes first. */
    List<Entry> waitingFor(Actor actor);

    /**
     * @param action what is to be done, as the messages name it after {@code task.}
     */
    record Entry(RecommendationRow recommendation, @Nullable LocalDate due, boolean overdue, String action) {}
}
