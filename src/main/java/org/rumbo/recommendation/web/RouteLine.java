package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.State;

/** The route of one recommendation as it is drawn: five stops, and where it left them. */
record RouteLine(
        List<Stop> stops,
        @Nullable MarkerCount markers,
        List<Hook> hooks,
        @Nullable Closed closed) {

    enum Phase {
        DONE,
        CURRENT,
        AHEAD,
        SKIPPED
    }

    record Stop(
            State state,
            Phase phase,
            @Nullable LocalDate on,
            @Nullable String person,
            @Nullable Long days) {}

    record MarkerCount(long met, int total) {}

    record Hook(State from, State to, LocalDate on, String reason) {}

    record Closed(
            LocalDate on,
            CloseReason closeReason,
            @Nullable String detail,
            @Nullable String detailHref) {}

    static RouteLine of(RecommendationView.Facts facts, Set<State> passed, NetworkDays days) {
        var stops = new ArrayList<Stop>();
        for (var state : State.values()) {
            if (state != State.CLOSED) {
                stops.add(stop(state, facts, passed, days));
            }
        }
        var total = facts.markers().size();
        return new RouteLine(
                stops, total == 0 ? null : new MarkerCount(facts.markersMet(), total), List.of(), closed(facts, days));
    }

    private static Stop stop(State state, RecommendationView.Facts facts, Set<State> passed, NetworkDays days) {
        if (state == facts.state()) {
            return new Stop(state, Phase.CURRENT, days.of(facts.stateSince()), null, days.since(facts.stateSince()));
        }
        var closed = facts.state() == State.CLOSED;
        if (!closed && state.compareTo(facts.state()) > 0) {
            return new Stop(state, Phase.AHEAD, null, null, null);
        }
        if (passed.contains(state)) {
            return new Stop(state, Phase.DONE, null, null, null);
        }
        return new Stop(state, closed ? Phase.AHEAD : Phase.SKIPPED, null, null, null);
    }

    private static @Nullable Closed closed(RecommendationView.Facts facts, NetworkDays days) {
        var reason = facts.closeReason();
        if (facts.state() != State.CLOSED || reason == null) {
            return null;
        }
        var newer = facts.supersededBy();
        return new Closed(
                days.of(facts.stateSince()), reason, newer, newer == null ? null : "/recommendations/" + newer);
    }
}
