package org.rumbo.recommendation.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.team.Actor;
import org.rumbo.team.People;

/**
 * One row of the list, in the reader's language.
 *
 * @param titleLanguage the title's language where it is not the reader's
 * @param lateDays how many days its target date has passed; 0 where it has not
 * @param soon whether it is due within a week
 * @param owner who looks after it, by name; null where nobody does, or where the reader is not told
 */
record ListLine(
        RecommendationRow row,
        String title,
        @Nullable String titleLanguage,
        long lateDays,
        boolean soon,
        LocalDate newsOn,
        @Nullable String owner) {

    static ListLine of(RecommendationRow row, String language, NetworkDays days, People people) {
        var translated = row.titles().containsKey(language);
        return new ListLine(
                row,
                row.titleIn(language),
                translated ? null : row.language(),
                row.overdue() ? days.late(row.targetDate()) : 0,
                !row.state().isReached() && row.state() != State.CLOSED && days.soon(row.targetDate()),
                days.of(row.newsAt()),
                row.ownerId() == null
                        ? null
                        : people.ever(row.ownerId()).map(Actor::name).orElse(null));
    }
}
