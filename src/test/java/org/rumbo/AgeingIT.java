package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** What was confirmed long ago says so everywhere, until somebody confirms it anew. */
@RumboTest
class AgeingIT {
    private static final String ONLY = "/recommendations?country=CO&verified=no&limit=200";

    private final Api api;
    private final Journeys journeys;
    private final TimeMachine clock;
    private final Environment environment;

    AgeingIT(Api api, Journeys journeys, TimeMachine clock, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.clock = clock;
        this.environment = environment;
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    private List<String> unverified(String login) {
        var codes = new java.util.ArrayList<String>();
        require(200, api.as(login).get(ONLY))
                .json()
                .path("items")
                .forEach(row -> codes.add(row.path("code").asString()));
        return codes;
    }

    private long counted(String login) {
        for (var country : require(200, api.as(login).get("/summary")).json().path("countries")) {
            if (country.path("country").asString().equals("CO")) {
                return country.path("unverified").asLong();
            }
        }
        throw new IllegalStateException("No such country");
    }

    @Test
    void aFactIsUnverifiedOnceItIsOldAndUntilItIsConfirmedAnew() {
        var adopted = journeys.in("CO", State.ADOPTED);
        var waiting = journeys.in("CO", State.UNDER_REVIEW);
        var since = journeys.today().toString();
        assertThat(require(200, api.as("director.a").get(at(adopted))).text()).doesNotContain("unverifiedSince");
        assertThat(unverified("director.a")).doesNotContain(adopted);
        var before = counted("director.a");

        clock.advance(Duration.ofDays(370));

        for (var login : List.of("director.a", "coordinator.co", "coordinator.pe", "funder")) {
            assertThat(require(200, api.as(login).get(at(adopted)))
                            .json()
                            .path("unverifiedSince")
                            .asString())
                    .as(login)
                    .isEqualTo(since);
            assertThat(unverified(login)).as(login).contains(adopted).doesNotContain(waiting);
            assertThat(counted(login)).as(login).isGreaterThan(before);
        }
        assertThat(require(200, api.as("director.a").get(at(waiting))).text()).doesNotContain("unverifiedSince");
        var director = Visitor.signedIn(environment, "director.a");
        for (var page : List.of(
                "/recommendations/" + adopted,
                "/recommendations?country=CO&verified=no",
                "/recommendations?country=CO&verified=no&as=board",
                "/recommendations?country=CO&verified=no&as=timeline",
                "/reports/implementation?country=CO")) {
            assertThat(director.get(page).body()).as(page).contains("class=\"unverified");
        }
        assertThat(director.get("/progress").body()).contains("?verified=no");
        assertThat(require(200, api.as("funder").get("/reports/implementation.csv?country=CO"))
                        .text()
                        .lines()
                        .filter(line -> line.contains(adopted)))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("," + since));

        journeys.reach(adopted, State.IMPLEMENTED);
        assertThat(unverified("director.a")).doesNotContain(adopted);
    }

    @Test
    void whatIsNotAskedForInTheseWordsIsRefused() {
        for (var query : List.of("verified=yes", "verified=false", "unverified=no")) {
            assertThat(api.as("director.a").get("/recommendations?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }
}
