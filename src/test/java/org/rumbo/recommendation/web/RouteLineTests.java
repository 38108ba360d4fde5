package org.rumbo.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.recommendation.State.ADOPTED;
import static org.rumbo.recommendation.State.CLOSED;
import static org.rumbo.recommendation.State.EVALUATED;
import static org.rumbo.recommendation.State.IMPLEMENTED;
import static org.rumbo.recommendation.State.PROPOSED;
import static org.rumbo.recommendation.State.UNDER_REVIEW;
import static org.rumbo.recommendation.web.RouteLine.Phase.AHEAD;
import static org.rumbo.recommendation.web.RouteLine.Phase.CURRENT;
import static org.rumbo.recommendation.web.RouteLine.Phase.DONE;
import static org.rumbo.recommendation.web.RouteLine.Phase.SKIPPED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.Arrivals.Arrival;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.MarkerView;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.Network;
import tools.jackson.databind.json.JsonMapper;

/** The route tells the whole way, also the part of it that was walked back. */
class RouteLineTests {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Network NETWORK = new Network(
            "XX",
            "Network",
            ZoneId.of("UTC"),
            Language.EN,
            "a@example.org",
            "CC",
            List.of(),
            List.of(),
            Duration.ofDays(210),
            Period.ofMonths(12),
            new Network.Decision(Duration.ofDays(11), Duration.ofDays(14)));

    /** Ten days lie between two steps, and today is ten days after the last. */
    private static RouteLine walked(State... states) {
        var arrivals = new ArrayList<Arrival>();
        for (var i = 0; i < states.length; i++) {
            arrivals.add(new Arrival(
                    i == 0 ? PROPOSED : states[i - 1],
                    states[i],
                    START.plus(Duration.ofDays(10L * i)),
                    i == 0 ? "item.create" : "claim.confirm",
                    UUID.randomUUID(),
                    null,
                    "said at step " + i));
        }
        var today = START.plus(Duration.ofDays(10L * states.length));
        return RouteLine.of(
                facts(states[states.length - 1]),
                arrivals,
                arrival -> new RouteLine.By(RouteLine.Act.CONFIRMED, null, null),
                new NetworkDays(Clock.fixed(today, ZoneOffset.UTC), NETWORK));
    }

    /** What the route does not ask for is left out. */
    private static RecommendationView.Facts facts(State state) {
        var fields = new HashMap<String, Object>(Map.of(
                "code",
                "XX-2026-XA-01",
                "state",
                state,
                "priority",
                false,
                "markers",
                List.of(marker(true), marker(true), marker(false))));
        if (state == CLOSED) {
            fields.put("closeReason", CloseReason.SUPERSEDED);
            fields.put("supersededBy", "XX-2026-XA-02");
        }
        return new JsonMapper().convertValue(fields, RecommendationView.Facts.class);
    }

    private static MarkerView marker(boolean met) {
        return new MarkerView(UUID.randomUUID(), "marker", Ambition.EXPECT, met, null);
    }

    private static List<RouteLine.Phase> phases(RouteLine route) {
        return route.stops().stream().map(RouteLine.Stop::phase).toList();
    }

    private static @Nullable LocalDate on(RouteLine route, State state) {
        return route.stops().get(state.ordinal()).on();
    }

    @Test
    void everyStopBehindHasItsDateAndThePresentOneItsDays() {
        var route = walked(PROPOSED, UNDER_REVIEW, ADOPTED);

        assertThat(phases(route)).containsExactly(DONE, DONE, CURRENT, AHEAD, AHEAD);
        assertThat(on(route, PROPOSED)).isEqualTo(FIRST);
        assertThat(on(route, UNDER_REVIEW)).isEqualTo(FIRST.plusDays(10));
        assertThat(on(route, ADOPTED)).isEqualTo(FIRST.plusDays(20));
        assertThat(route.stops().get(2).days()).isEqualTo(10);
        assertThat(route.stops().get(3).on()).isNull();
        assertThat(route.markers()).isEqualTo(new RouteLine.MarkerCount(2, 3));
        assertThat(route.hooks()).isEmpty();
        assertThat(route.closed()).isNull();
    }

    @Test
    void aStopThatWasLeftOutIsDrawnAsSuch() {
        assertThat(phases(walked(PROPOSED, UNDER_REVIEW, IMPLEMENTED)))
                .containsExactly(DONE, DONE, SKIPPED, CURRENT, AHEAD);
    }

    @Test
    void aStepBackIsAHookWithItsReasonAndTheStopKeepsItsDate() {
        var route = walked(PROPOSED, UNDER_REVIEW, ADOPTED, IMPLEMENTED, ADOPTED);

        assertThat(phases(route)).containsExactly(DONE, DONE, CURRENT, AHEAD, AHEAD);
        assertThat(on(route, IMPLEMENTED)).isEqualTo(FIRST.plusDays(30));
        assertThat(on(route, ADOPTED)).isEqualTo(FIRST.plusDays(40));
        assertThat(route.hooks()).singleElement().satisfies(hook -> {
            assertThat(List.of(hook.from(), hook.to())).containsExactly(IMPLEMENTED, ADOPTED);
            assertThat(List.of(hook.tail(), hook.head())).containsExactly(3, 2);
            assertThat(hook.reason()).isEqualTo("said at step 4");
            assertThat(hook.on()).isEqualTo(FIRST.plusDays(40));
        });
    }

    @Test
    void everyStepBackIsKeptInItsOrder() {
        var route =
                walked(PROPOSED, UNDER_REVIEW, ADOPTED, UNDER_REVIEW, ADOPTED, IMPLEMENTED, EVALUATED, UNDER_REVIEW);

        assertThat(route.hooks()).extracting(RouteLine.Hook::from).containsExactly(ADOPTED, EVALUATED);
        assertThat(phases(route)).containsExactly(DONE, CURRENT, AHEAD, AHEAD, AHEAD);
    }

    @Test
    void whatIsClosedSaysWhereItLeftTheRoute() {
        var route = walked(PROPOSED, UNDER_REVIEW, CLOSED);

        assertThat(phases(route)).containsExactly(DONE, DONE, AHEAD, AHEAD, AHEAD);
        assertThat(route.closed()).isNotNull().satisfies(closed -> {
            assertThat(closed.last()).isEqualTo(UNDER_REVIEW);
            assertThat(closed.on()).isEqualTo(FIRST.plusDays(20));
            assertThat(closed.closeReason()).isEqualTo(CloseReason.SUPERSEDED);
            assertThat(closed.detailHref()).isEqualTo("/recommendations/XX-2026-XA-02");
        });
    }

    @Test
    void whatCameBackOntoTheRouteHasAHookFromWhereItHadLeftIt() {
        var route = walked(PROPOSED, UNDER_REVIEW, ADOPTED, CLOSED, UNDER_REVIEW);

        assertThat(route.closed()).isNull();
        assertThat(phases(route)).containsExactly(DONE, CURRENT, AHEAD, AHEAD, AHEAD);
        assertThat(route.hooks()).singleElement().satisfies(hook -> {
            assertThat(hook.from()).isEqualTo(CLOSED);
            assertThat(List.of(hook.tail(), hook.head())).containsExactly(2, 1);
        });
    }
}
