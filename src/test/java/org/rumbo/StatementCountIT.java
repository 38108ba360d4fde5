package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.CountedStatements;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.SamplePaper;
import org.rumbo.testing.TestDatabase;

/** How many statements a call sends: a number, written down, and the same however many rows it answers with. */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountIT {
    private static final int MANY = 60;
    // One of each is who asks, with the roles of this moment.
    private static final int LIST = 3;
    private static final int ITEM = 7;
    private static final int ITEM_AS_RELEASED = 5;
    private static final int HISTORY = 6;
    private static final int TASKS_OF_TEAM = 4;
    private static final int TASKS_OF_DIRECTOR = 6;
    // The engine sends more of its changes apart on PostgreSQL.
    private static final int CLAIM = TestDatabase.isPostgres() ? 55 : 52;
    private static final int CONFIRMATION = TestDatabase.isPostgres() ? 71 : 69;

    private final Api api;
    private final Journeys journeys;
    private final CountedStatements statements;

    StatementCountIT(Api api, Journeys journeys, CountedStatements statements) {
        this.api = api;
        this.journeys = journeys;
        this.statements = statements;
    }

    @BeforeAll
    void sixtyItems() {
        var there = api.as("director.a")
                .get("/recommendations?limit=200")
                .json()
                .path("items")
                .size();
        for (var i = there; i < MANY; i++) {
            journeys.proposed("EC");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "director.a, " + LIST,
        "auditor, " + LIST,
        "funder, " + LIST,
        "evaluator.a, " + LIST,
        "coordinator.ec, " + LIST
    })
    void aListCostsTheSameForFiveAndForSixty(String login, int expected) {
        for (var limit : new int[] {5, MANY}) {
            assertCost(expected, () -> {
                var answer = require(200, api.as(login).get("/recommendations?sort=-updated&limit=" + limit));
                assertThat(answer.json().path("items").size()).isGreaterThan(limit == 5 ? 4 : 21);
            });
        }
    }

    @Test
    void anItemAndItsHistoryCostTheSameWhateverTheyHold() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        journeys.evidence(code, "C");
        assertCost(ITEM, () -> api.as("director.a").get(Journeys.at(code)));
        assertCost(ITEM_AS_RELEASED, () -> api.as("funder").get(Journeys.at(code)));
        assertCost(HISTORY, () -> api.as("director.a").get(Journeys.at(code) + "/history"));
        for (var i = 0; i < 10; i++) {
            journeys.evidence(code, "C");
            require(201, api.as("coordinator.pe").post(Journeys.at(code) + "/markers", Map.of("text", "marker " + i)));
        }
        assertCost(ITEM, () -> api.as("director.a").get(Journeys.at(code)));
        assertCost(ITEM_AS_RELEASED, () -> api.as("funder").get(Journeys.at(code)));
        assertCost(HISTORY, () -> api.as("director.a").get(Journeys.at(code) + "/history"));
    }

    @Test
    void theInboxCostsTheSameHoweverMuchWaits() {
        assertCost(TASKS_OF_TEAM, () -> api.as("coordinator.ec").get("/tasks"));
        assertCost(TASKS_OF_TEAM, () -> api.as("coordinator.br").get("/tasks"));
        for (var i = 0; i < 3; i++) {
            require(200, journeys.claim(journeys.in("PE", State.PROPOSED), State.UNDER_REVIEW));
            assertCost(TASKS_OF_DIRECTOR, () -> api.as("director.a").get("/tasks"));
        }
    }

    @Test
    void aClaimAndItsConfirmationCostTheSameWhateverTheItemHolds() {
        // The engine reads its models once.
        journeys.in("PE", State.UNDER_REVIEW);
        var small = journeys.in("PE", State.PROPOSED);
        var large = journeys.in("PE", State.PROPOSED);
        journeys.evidence(small, "C");
        for (var i = 0; i < 10; i++) {
            journeys.evidence(large, "C");
        }
        assertThat(claimAndConfirmation(large)).isEqualTo(claimAndConfirmation(small));
    }

    /** At most as many as are allowed: whether somebody has a deputy or follows the country is one statement more or less. */
    private List<Integer> claimAndConfirmation(String code) {
        var body = journeys.claimBody(code, State.UNDER_REVIEW);
        var claim = statements.during(
                () -> require(200, api.as("coordinator.pe").post(Journeys.action(code, "claim"), body)));
        var confirmation = statements.during(() -> require(200, journeys.decide(code, "CONFIRMED")));
        assertThat(claim).as(String.join("\n", claim)).hasSizeBetween(CLAIM - 3, CLAIM);
        assertThat(confirmation).as(String.join("\n", confirmation)).hasSizeBetween(CONFIRMATION - 3, CONFIRMATION);
        return List.of(claim.size(), confirmation.size());
    }

    private void assertCost(int expected, Runnable call) {
        var sent = statements.during(call);
        assertThat(sent).as(String.join("\n", sent)).hasSize(expected);
    }

    @Test
    void manyPapersAreListedWithAsManyStatementsAsFew() {
        handIn();
        var few = statements.during(() -> require(200, api.as("director.a").get("/papers")));
        handIn();
        handIn();
        var many = statements.during(() -> require(200, api.as("director.a").get("/papers")));
        assertThat(many).hasSameSizeAs(few);
    }

    private void handIn() {
        var director = api.as("director.a");
        var answer = require(202, SamplePaper.handIn(director, SamplePaper.text(), SamplePaper.key()));
        require(200, director.post("/imports/" + answer.json().path("id").asString() + "/cancel", Map.of()));
    }
}
