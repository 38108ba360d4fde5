package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Arrivals.Arrival;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.State;

/** The route of one recommendation as it is drawn: five stops, every step back, and where it left them. */
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

    /** How it came to a stop, as a key of messages. */
    enum Act {
        TAKEN_OVER,
        PROPOSED,
        CONFIRMED,
        APPROVED,
        REOPENED
    }

    /**
     * Who brought it there.
     *
     * @param person by name; null where the reader learns the role alone
     * @param behalf for whom she acted
     */
    record By(Act act, @Nullable String person, @Nullable String behalf) {}

    /**
     * @param on when it came here last; also for a stop ahead from which it went back
     * @param days since when it is here; null elsewhere
     */
    record Stop(
            State state,
            Phase phase,
            @Nullable LocalDate on,
            @Nullable By by,
            @Nullable Long days) {}

    record MarkerCount(long met, int total) {}

    /**
     * A step back.
     *
     * @param tail the number of the stop that it left, from 0; {@code head} of the one that it came to
     */
    record Hook(
            State from,
            State to,
            int tail,
            int head,
            LocalDate on,
            By by,
            @Nullable String reason) {}

    /**
     * @param last the stop at which it left the route
     * @param detail the newer recommendation, where it was superseded
     */
    record Closed(
            State last,
            LocalDate on,
            By by,
            CloseReason closeReason,
            @Nullable String detail,
            @Nullable String detailHref) {}

    /** Tells who brought it to a stop. */
    interface Witness {
        By of(Arrival arrival);
    }

    static RouteLine of(RecommendationView.Facts facts, List<Arrival> arrivals, Witness witness, NetworkDays days) {
        var reached = new EnumMap<State, Arrival>(State.class);
        var hooks = new ArrayList<Hook>();
        for (var arrival : arrivals) {
            if (goesBack(arrival)) {
                hooks.add(hook(arrival, reached, witness, days));
            }
            reached.put(arrival.to(), arrival);
        }
        var closing = facts.state() == State.CLOSED ? reached.get(State.CLOSED) : null;
        var place = closing == null ? facts.state() : closing.from();
        var stops = new ArrayList<Stop>();
        for (var state : State.values()) {
            if (state != State.CLOSED) {
                stops.add(
                        stop(state, phase(state, place, closing != null, reached), reached.get(state), witness, days));
            }
        }
        var total = facts.markers().size();
        return new RouteLine(
                stops,
                total == 0 ? null : new MarkerCount(facts.markersMet(), total),
                hooks,
                closed(facts, closing, witness, days));
    }

    /** Also back onto the route: what was closed stands behind all stops. */
    private static boolean goesBack(Arrival arrival) {
        return arrival.to().compareTo(arrival.from()) < 0;
    }

    private static Hook hook(Arrival arrival, Map<State, Arrival> reached, Witness witness, NetworkDays days) {
        var closing = arrival.from() == State.CLOSED ? reached.get(State.CLOSED) : null;
        return new Hook(
                arrival.from(),
                arrival.to(),
                (closing == null ? arrival.from() : closing.from()).ordinal(),
                arrival.to().ordinal(),
                days.of(arrival.at()),
                witness.of(arrival),
                arrival.reason());
    }

    private static Phase phase(State state, State place, boolean closed, Map<State, Arrival> reached) {
        if (state.compareTo(place) > 0) {
            return Phase.AHEAD;
        }
        if (state == place && !closed) {
            return Phase.CURRENT;
        }
        return reached.containsKey(state) ? Phase.DONE : Phase.SKIPPED;
    }

    private static Stop stop(State state, Phase phase, @Nullable Arrival arrival, Witness witness, NetworkDays days) {
        if (arrival == null) {
            return new Stop(state, phase, null, null, null);
        }
        return new Stop(
                state,
                phase,
                days.of(arrival.at()),
                witness.of(arrival),
                phase == Phase.CURRENT ? days.since(arrival.at()) : null);
    }

    private static @Nullable Closed closed(
            RecommendationView.Facts facts, @Nullable Arrival closing, Witness witness, NetworkDays days) {
        var reason = facts.closeReason();
        if (closing == null || reason == null) {
            return null;
        }
        var newer = facts.supersededBy();
        return new Closed(
                closing.from(),
                days.of(closing.at()),
                witness.of(closing),
                reason,
                newer,
                newer == null ? null : "/recommendations/" + newer);
    }
}
