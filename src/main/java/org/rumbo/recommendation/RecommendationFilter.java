package org.rumbo.recommendation;

import java.util.List;
import java.util.UUID;
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
        Finer finer,
        Sort sort,
        int limit,
        @Nullable String after) {
    public static final int MOST = 200;

    public RecommendationFilter(
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
        this(countries, states, themes, addressee, query, overdue, stale, mine, Finer.NONE, sort, limit, after);
    }

    /** The same, but only what is unverified where that is asked for. */
    public RecommendationFilter onlyUnverified(boolean asked) {
        var narrowed = new Finer(
                finer.positions(),
                finer.levels(),
                finer.steps(),
                finer.origins(),
                finer.priority(),
                finer.owner(),
                finer.due(),
                asked);
        return new RecommendationFilter(
                countries, states, themes, addressee, query, overdue, stale, mine, narrowed, sort, limit, after);
    }

    /** The same, but only of these countries. */
    public RecommendationFilter within(List<CountryCode> some) {
        return new RecommendationFilter(
                some, states, themes, addressee, query, overdue, stale, mine, finer, sort, limit, after);
    }

    /** The same in blocks, from where the block before ended. */
    public RecommendationFilter block(int most, @Nullable String from) {
        return new RecommendationFilter(
                countries, states, themes, addressee, query, overdue, stale, mine, finer, sort, most, from);
    }

    /**
     * What is asked for less often.
     *
     * @param levels how much is done, as confirmed
     * @param unverified only items whose state was confirmed longer ago than the network trusts it
     * @param owner who looks after it; known to readers of the full item alone
     */
    public record Finer(
            List<Position> positions,
            List<Level> levels,
            List<NextStep> steps,
            List<Origin> origins,
            boolean priority,
            @Nullable UUID owner,
            @Nullable Due due,
            boolean unverified) {
        public static final Finer NONE = new Finer(List.of(), List.of(), List.of(), List.of(), false, null, null);

        public Finer(
                List<Position> positions,
                List<Level> levels,
                List<NextStep> steps,
                List<Origin> origins,
                boolean priority,
                @Nullable UUID owner,
                @Nullable Due due) {
            this(positions, levels, steps, origins, priority, owner, due, false);
        }
    }

    /** By when it should be done; what is late already has a condition of its own. */
    public enum Due {
        WEEK,
        MONTH,
        UNDATED
    }

    public enum Sort {
        CODE,
        CODE_BACK,
        /** By the last change of any kind. */
        NEWEST,
        LATEST_NEWS,
        OLDEST_NEWS,
        DUE,
        DUE_BACK
    }
}
