package org.rumbo.recommendation;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import org.rumbo.recommendation.RecommendationFilter.Finer;
import org.rumbo.recommendation.RecommendationQueries.Where;

/** The conditions of a list that are asked for less often. */
final class FinerConditions {
    private FinerConditions() {}

    static void add(Finer finer, LocalDate today, Where where) {
        oneOf("position", finer.positions(), where);
        oneOf("validated_level", finer.levels(), where);
        oneOf("next_step", finer.steps(), where);
        oneOf("origin", finer.origins(), where);
        if (finer.priority()) {
            where.and("l.priority");
        }
        if (finer.owner() != null) {
            // Who looks after it is told to readers of the full item alone, so they alone may ask.
            where.and("l.audience = 'FULL' and l.owner_id = :owner", "owner", finer.owner());
        }
        if (finer.due() != null) {
            due(finer.due(), today, where);
        }
    }

    private static void oneOf(String column, Collection<? extends Enum<?>> values, Where where) {
        if (!values.isEmpty()) {
            where.and(
                    "l." + column + " in (:" + column + ")",
                    column,
                    values.stream().map(Enum::name).toList());
        }
    }

    private static void due(RecommendationFilter.Due due, LocalDate today, Where where) {
        if (due == RecommendationFilter.Due.UNDATED) {
            where.and("l.due = :undated", "undated", Date.valueOf(RecommendationListing.NO_DATE));
            return;
        }
        var until = due == RecommendationFilter.Due.WEEK ? today.plusDays(7) : today.plusMonths(1);
        where.and(
                "l.due >= :dueFrom and l.state in ('PROPOSED', 'UNDER_REVIEW', 'ADOPTED')",
                "dueFrom",
                Date.valueOf(today));
        where.and("l.due <= :dueUntil", "dueUntil", Date.valueOf(until));
    }
}
