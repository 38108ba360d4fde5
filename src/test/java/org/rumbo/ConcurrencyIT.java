package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Api.Answer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TestDatabase;

/** Two who act on the same item in the same moment: one wins, the other is told. */
@RumboTest
class ConcurrencyIT {
    private static final int PAIRS = 50;

    private final Api api;
    private final Journeys journeys;
    private final Records records;

    ConcurrencyIT(Api api, Journeys journeys, Records records) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
    }

    @Test
    void ofTwoDecisionsOneCounts() throws Exception {
        assumeThat(TestDatabase.isPostgres())
                .as("H2 serves development alone: races are run on PostgreSQL")
                .isTrue();
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var pair = 0; pair < PAIRS; pair++) {
                var code = journeys.in("PE", State.PROPOSED);
                require(200, journeys.claim(code, State.UNDER_REVIEW));
                var events = records.events(code);
                var tag =
                        pair % 2 == 0 ? "*" : api.as("director.a").get(at(code)).tag();
                var start = new CyclicBarrier(2);
                var first = pool.submit(() -> decide(start, code, "director.a", "CONFIRMED", tag));
                var second = pool.submit(() -> decide(start, code, "director.b", "RETURNED", tag));
                assertOneWon(code, events, tag, first, second);
            }
        } finally {
            pool.shutdown();
        }
    }

    private Answer decide(CyclicBarrier start, String code, String login, String outcome, String tag) throws Exception {
        start.await();
        return api.as(login)
                .with("If-Match", tag)
                .post(action(code, "decide"), Map.of("outcome", outcome, "reason", "At the same time"));
    }

    private void assertOneWon(String code, long events, String tag, Future<Answer> first, Future<Answer> second)
            throws Exception {
        var answers = List.of(first.get(), second.get());
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        var loser = answers.stream()
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(loser.status()).as(loser.text()).isIn(tag.equals("*") ? List.of(409) : List.of(412, 409));
        assertThat(records.events(code)).isEqualTo(events + 1);
        var confirmed = first.get().status() == 200;
        var item = api.as("director.a").get(at(code)).json();
        assertThat(item.path("state").asString()).isEqualTo(confirmed ? "UNDER_REVIEW" : "PROPOSED");
        assertThat(records.of(code).get("executions").toString())
                .contains(confirmed ? "State_UnderReview" : "Task_CompleteClaim");
    }
}
