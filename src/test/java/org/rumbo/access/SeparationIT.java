package org.rumbo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.access.EarlierAct.Stage;
import org.rumbo.recommendation.State;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Api.Answer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TestDatabase;
import org.rumbo.testing.TimeMachine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nobody judges her own work: each pair of what somebody did and what she does now, whether she holds both roles at once,
 * changed from the one to the other, or has a deputy at either end.
 */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeparationIT {
    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final Played played;
    private long pairs;

    SeparationIT(
            Api api,
            Journeys journeys,
            Records records,
            PlayedDirectory directory,
            JdbcClient jdbc,
            TimeMachine clock) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.played = new Played(directory, jdbc, clock);
    }

    static Stream<Arguments> actsAndWays() {
        return Arrays.stream(EarlierAct.values()).flatMap(act -> Arrays.stream(Way.values())
                .filter(way -> way != Way.HER_DEPUTY_ACTED || isRepresentable(act.role()))
                .map(way -> arguments(act, way)));
    }

    private static boolean isRepresentable(Role role) {
        return role == Role.COORDINATOR || role == Role.DIRECTOR;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("actsAndWays")
    void decidingAClaim(EarlierAct act, Way way) {
        var reviewed = journeys.in("PE", State.UNDER_REVIEW);
        // The three outcomes are one decision: all of them are tried in the one way that whitewashes most easily.
        var outcomes =
                way == Way.CHANGED_HER_ROLE ? List.of("RETURNED", "DISAGREED", "CONFIRMED") : List.of("RETURNED");
        for (var outcome : outcomes) {
            var stage = new Stage(api, journeys, reviewed);
            var now = afterwards(stage, act, way, Role.DIRECTOR);
            if (!stage.isClaimed()) {
                stage.claim("coordinator.pe");
            }
            var events = records.events(reviewed);
            var answer = api.as(now).post(action(reviewed, "decide"), decision(outcome));
            check(act.deciding(), answer, events, reviewed);
            back(answer, outcome, stage);
        }
    }

    private static Map<String, Object> decision(String outcome) {
        return outcome.equals("CONFIRMED")
                ? Map.of("outcome", outcome)
                : Map.of("outcome", outcome, "reason", "Something is missing", "level", "STARTED");
    }

    /** The item stands where it stood, without a claim. */
    private void back(Answer answer, String outcome, Stage stage) {
        if (answer.status() != 200) {
            stage.returnClaim("director.a");
            stage.withdraw();
        } else if (outcome.equals("RETURNED")) {
            stage.withdraw();
        } else if (outcome.equals("CONFIRMED")) {
            var again = Map.of("to", "UNDER_REVIEW", "reason", "It goes on");
            require(200, api.as("director.a").post(action(stage.code(), "reopen"), again));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("actsAndWays")
    void releasingEvidence(EarlierAct act, Way way) {
        var reviewed = journeys.in("PE", State.UNDER_REVIEW);
        var roles = way == Way.CHANGED_HER_ROLE ? List.of(Role.DIRECTOR, Role.COORDINATOR) : List.of(Role.DIRECTOR);
        for (var role : roles) {
            var stage = new Stage(api, journeys, reviewed);
            var now = afterwards(stage, act, way, role);
            var document = stage.cited();
            if (stage.isClaimed()) {
                stage.returnClaim("director.a");
            }
            withdrawOpenClaim(stage);
            var events = records.events(reviewed);
            var answer = api.as(now)
                    .post(at(reviewed) + "/evidence/" + document + "/release", Map.of("visibility", "FUNDER"));
            check(act.releasing(), answer, events, reviewed);
        }
    }

    private void withdrawOpenClaim(Stage stage) {
        var claim = api.as("coordinator.pe").get(at(stage.code())).json().path("claim");
        if (!claim.isMissingNode() && !claim.isNull()) {
            stage.withdraw();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("actsAndWays")
    void beingAnEvaluator(EarlierAct act, Way way) {
        if (way == Way.HER_DEPUTY_ACTS_NOW) {
            return; // Ratings are personal: an evaluator has no deputy.
        }
        var stage = new Stage(api, journeys, journeys.in("PE", State.UNDER_REVIEW));
        var now = afterwards(stage, act, way, Role.EVALUATOR);
        if (stage.isClaimed()) {
            stage.returnClaim("director.a");
        }
        withdrawOpenClaim(stage);
        journeys.reach(stage.code(), State.IMPLEMENTED);
        var inItsTeam = way == Way.HOLDS_BOTH_ROLES && act.role().isOfCountry();
        var expected = inItsTeam ? "evaluator-involved" : act.evaluating();
        var events = records.events(stage.code());
        check(expected, journeys.assign(stage.code(), now), events, stage.code());
    }

    /** Roles, act, roles again: the login that acts now. A deputy may do it by herself, but not under both names. */
    private String afterwards(Stage stage, EarlierAct act, Way way, Role now) {
        pairs++;
        var login = "played." + UUID.randomUUID().toString().substring(0, 8);
        var deputy = "deputy." + login;
        if (way == Way.HOLDS_BOTH_ROLES) {
            played.is(login, act.role(), now);
            act.done(stage, login);
            return login;
        }
        var person = played.is(login, act.role());
        if (way == Way.HER_DEPUTY_ACTED) {
            var standIn = played.is(deputy, Role.DIRECTOR);
            played.standsInFor(standIn, person);
            act.done(stage, deputy);
            played.standsInNoMore(standIn);
        } else {
            act.done(stage, login);
        }
        played.is(login, now);
        if (way == Way.HER_DEPUTY_ACTS_NOW && isRepresentable(now)) {
            played.standsInFor(played.is(deputy, Role.DIRECTOR), person);
            return deputy;
        }
        return login;
    }

    private void check(String expected, Answer answer, long eventsBefore, String code) {
        Way.check(expected, answer, eventsBefore, records.events(code));
    }

    @Test
    void reopeningNeedsAReasonAndIsNamedInLaterReports() {
        var code = journeys.in("PE", State.CLOSED);
        for (var reason : List.of("", " ", "\u00a0")) {
            pairs++;
            var refused =
                    api.as("director.b").post(action(code, "reopen"), Map.of("to", "UNDER_REVIEW", "reason", reason));
            assertThat(refused.status() + " " + refused.rules()).isEqualTo("422 [reason-required]");
        }
        var why = "Reopened because " + UUID.randomUUID();
        require(200, api.as("director.b").post(action(code, "reopen"), Map.of("to", "UNDER_REVIEW", "reason", why)));
        var inFull = api.as("director.a").get("/reports/implementation.json?country=PE");
        assertThat(inFull.json().path("reopenings").toString()).contains(code).contains(why);
        var released = api.as("funder").get("/reports/implementation.json?country=PE");
        assertThat(released.json().path("reopenings").toString()).contains(code);
        assertThat(released.text()).doesNotContain(why);
    }

    @AfterAll
    void report() {
        Report.line("Separation of duties (%s): %d pairs of an earlier act on an item and one now"
                .formatted(TestDatabase.isPostgres() ? "PostgreSQL" : "H2", pairs));
    }
}
