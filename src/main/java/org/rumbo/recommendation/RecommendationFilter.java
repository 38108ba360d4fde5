package org.rumbo.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;

/**
 * Which recommendations a list shows, and in which order.
 *
 * @param query words that must all occur in texts of the item that the reader may read
 * @param overdue only items whose target date has passed
 * @param stale only items without news for longer than the network allows
 * @param mine only items of the reader's own teams, or assigned to her
 * @param after where the page before ended; null for the first one
 */
public record RecommendationFilter(
        List<CountryCode> countries,
        List<State> states,
        List<String> themes,
        @Nullable String addressee,
        @Nullable String query,
        boolean overdue,
        boolean stale,
        boolean mine,
        Sort sort,
        int limit,
        @Nullable String after) {
    public static final int MOST = 200;

    public enum Sort {
        CODE,
        NEWEST,
        DUE
    }
}
