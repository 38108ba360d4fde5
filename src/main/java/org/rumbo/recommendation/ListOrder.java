package org.rumbo.recommendation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.rumbo.recommendation.RecommendationFilter.Sort;
import org.rumbo.recommendation.RecommendationQueries.Where;
import org.rumbo.shared.Cursor;
import org.rumbo.shared.DomainException;

/** In which order a list stands, and where in it a page goes on: after the last row of the page before. */
final class ListOrder {
    private ListOrder() {}

    static String sql(Sort sort) {
        return switch (sort) {
            case CODE -> "l.code";
            case CODE_BACK -> "l.code desc";
            case NEWEST -> "l.updated_at desc, l.code";
            case LATEST_NEWS -> "l.news_at desc, l.code";
            case OLDEST_NEWS -> "l.news_at, l.code";
            case DUE -> "l.due, l.code";
            // What has no date stands behind all that has one, whichever way dates run.
            case DUE_BACK ->
                "case when l.due = date '" + RecommendationListing.NO_DATE + "' then 1 else 0 end, l.due desc, l.code";
        };
    }

    static String cursor(Sort sort, RecommendationRow last) {
        var due = last.targetDate() == null ? RecommendationListing.NO_DATE : last.targetDate();
        var cursor =
                switch (sort) {
                    case CODE, CODE_BACK -> Cursor.of(last.code());
                    case NEWEST -> Cursor.of(last.updatedAt().toString(), last.code());
                    case LATEST_NEWS, OLDEST_NEWS -> Cursor.of(last.newsAt().toString(), last.code());
                    case DUE, DUE_BACK -> Cursor.of(due.toString(), last.code());
                };
        return cursor.encoded();
    }

    static void after(String encoded, Sort sort, Where where) {
        var byCode = sort == Sort.CODE || sort == Sort.CODE_BACK;
        var keys = Cursor.decode(encoded, byCode ? 1 : 2).keys();
        try {
            where.params.put("afterCode", new RecommendationCode(keys.get(keys.size() - 1)).value());
            switch (sort) {
                case CODE -> where.and("l.code > :afterCode");
                case CODE_BACK -> where.and("l.code < :afterCode");
                case NEWEST -> afterTime("l.updated_at <", "l.updated_at =", keys.get(0), where);
                case LATEST_NEWS -> afterTime("l.news_at <", "l.news_at =", keys.get(0), where);
                case OLDEST_NEWS -> afterTime("l.news_at >", "l.news_at =", keys.get(0), where);
                case DUE, DUE_BACK -> afterDue(LocalDate.parse(keys.get(0)), sort == Sort.DUE_BACK, where);
            }
        } catch (DateTimeParseException | DomainException notOurs) {
            throw DomainException.malformed("after");
        }
    }

    private static void afterTime(String beyond, String same, String key, Where where) {
        where.and(
                "(" + beyond + " :afterTime or (" + same + " :afterTime and l.code > :afterCode))",
                "afterTime",
                Timestamp.from(Instant.parse(key)));
    }

    private static void afterDue(LocalDate due, boolean back, Where where) {
        var same = "(l.due = :afterDue and l.code > :afterCode)";
        if (!back) {
            where.and("(l.due > :afterDue or " + same + ")", "afterDue", Date.valueOf(due));
        } else if (due.equals(RecommendationListing.NO_DATE)) {
            where.and(same, "afterDue", Date.valueOf(due));
        } else {
            where.and("(l.due < :afterDue or l.due = :undatedLast or " + same + ")", "afterDue", Date.valueOf(due));
            where.params.put("undatedLast", Date.valueOf(RecommendationListing.NO_DATE));
        }
    }
}
