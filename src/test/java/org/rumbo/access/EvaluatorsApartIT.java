package org.rumbo.access;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.rumbo.access.Way.ALLOWED;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Whoever rated does not approve, and whoever belongs to the team, or judged the item before, does not rate. */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluatorsApartIT {
    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final Played played;
    private String implemented = "";
    private long pairs;

    EvaluatorsApartIT(
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

    @BeforeAll
    void prepare() {
        implemented = journeys.in("PE", State.IMPLEMENTED);
    }

    private void check(String expected, Answer answer, long eventsBefore) {
        Way.check(expected, answer, eventsBefore, records.events(implemented));
    }

    /** What an evaluator did in an evaluation, and who judges it. */
    enum Rated {
        NOT_AT_ALL(ALLOWED),
        IN_IT("own-rating"),
        BEFORE_THE_RATINGS_WERE_RETURNED("own-rating"),
        IN_AN_EARLIER_ONE(ALLOWED);

        private final String concluding;

        Rated(String concluding) {
            this.concluding = concluding;
        }
    }

    static Stream<Arguments> ratedAndWays() {
        return Arrays.stream(Rated.values())
                .flatMap(rated -> Stream.of(Way.HOLDS_BOTH_ROLES, Way.CHANGED_HER_ROLE, Way.HER_DEPUTY_ACTS_NOW)
                        .flatMap(way -> Stream.of("RETURNED", "CANCELLED", "APPROVED")
                                .map(outcome -> arguments(rated, way, outcome))));
    }

    @ParameterizedTest(name = "rated {0}, {1}, {2}")
    @MethodSource("ratedAndWays")
    void concludingAnEvaluation(Rated rated, Way way, String outcome) {
        pairs++;
        var login = "played." + UUID.randomUUID().toString().substring(0, 8);
        var person = way == Way.HOLDS_BOTH_ROLES
                ? played.is(login, Role.EVALUATOR, Role.DIRECTOR)
                : played.is(login, Role.EVALUATOR);
        open(rated, login);
        var now = login;
        if (way != Way.HOLDS_BOTH_ROLES) {
            played.is(login, Role.DIRECTOR);
        }
        if (way == Way.HER_DEPUTY_ACTS_NOW) {
            now = "deputy." + login;
            played.standsInFor(played.is(now, Role.DIRECTOR), person);
        }
        var events = records.events(implemented);
        var answer = api.as(now).post(action(implemented, "approve-evaluation"), conclusion(outcome));
        check(rated.concluding, answer, events);
        finish(answer, outcome);
    }

    private static Map<String, String> conclusion(String outcome) {
        return Map.of("outcome", outcome, "reason", "So it is");
    }

    /** An evaluation in which somebody rated, or not, waits for a director. */
    private void open(Rated rated, String login) {
        switch (rated) {
            case NOT_AT_ALL -> {}
            case IN_IT -> rate(login);
            case BEFORE_THE_RATINGS_WERE_RETURNED -> {
                rate(login);
                require(200, journeys.approve(implemented, "RETURNED"));
            }
            case IN_AN_EARLIER_ONE -> {
                rate(login);
                require(200, journeys.approve(implemented, "CANCELLED"));
            }
        }
        if (rated != Rated.IN_IT) {
            var fresh = "fresh." + UUID.randomUUID().toString().substring(0, 8);
            played.is(fresh, Role.EVALUATOR);
            rate(fresh);
        }
    }

    private void rate(String login) {
        require(200, journeys.assign(implemented, login));
        require(200, journeys.rate(implemented, login, 2));
    }

    private void finish(Answer answer, String outcome) {
        if (answer.status() == 200 && outcome.equals("APPROVED")) {
            var back = Map.of("to", "IMPLEMENTED", "reason", "Once more");
            require(200, api.as("director.a").post(action(implemented, "reopen"), back));
        } else if (answer.status() != 200 || outcome.equals("RETURNED")) {
            require(200, journeys.approve(implemented, "CANCELLED"));
        }
    }

    /** Whoever joins the team after she was assigned judges her own team's work. */
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MEMBER", "COORDINATOR"})
    void anEvaluatorWhoJoinedTheTeamDoesNotRate(Role role) {
        pairs++;
        var login = "played." + UUID.randomUUID().toString().substring(0, 8);
        played.is(login, Role.EVALUATOR);
        require(200, journeys.assign(implemented, login));
        played.is(login, Role.EVALUATOR, role);
        check("evaluator-involved", journeys.rate(implemented, login, 2), records.events(implemented));
        require(200, journeys.approve(implemented, "CANCELLED"));
    }

    /** An earlier evaluation is an event before the assignment like any other. */
    @Test
    void whoEvaluatedItBeforeIsNotAssignedAnew() {
        pairs++;
        var login = "played." + UUID.randomUUID().toString().substring(0, 8);
        played.is(login, Role.EVALUATOR);
        rate(login);
        require(200, journeys.approve(implemented, "APPROVED"));
        finish(journeysAnswer(), "APPROVED");
        check("evaluator-involved", journeys.assign(implemented, login), records.events(implemented));
    }

    private Answer journeysAnswer() {
        return api.as("director.a").get(at(implemented));
    }

    @AfterAll
    void report() {
        Report.line("Evaluators (%s): %d pairs of an earlier act in an evaluation and one now"
                .formatted(TestDatabase.isPostgres() ? "PostgreSQL" : "H2", pairs));
    }
}
