package org.rumbo.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.team.Network;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How an item stood on an earlier day is what its events had left by then, for each reader as much as she may know. */
@RumboTest
class PastItemIT {
    private static final String COORDINATOR = "coordinator.ec";
    private static final String DIRECTOR = "director.a";

    private final Api api;
    private final Journeys journeys;
    private final TimeMachine time;
    private final Network network;
    private final Environment environment;
    private final JdbcClient jdbc;

    PastItemIT(
            Api api, Journeys journeys, TimeMachine time, Network network, Environment environment, JdbcClient jdbc) {
        this.api = api;
        this.journeys = journeys;
        this.time = time;
        this.network = network;
        this.environment = environment;
        this.jdbc = jdbc;
    }

    @AfterEach
    void comeBack() {
        time.comeBack();
    }

    private LocalDate today() {
        return network.day(time.instant());
    }

    private void later() {
        time.advance(Duration.ofDays(2));
    }

    private JsonNode past(String login, String code, LocalDate day) {
        return require(200, api.as(login).get(address(code, day))).json();
    }

    private static String address(String code, LocalDate day) {
        return at(code) + "/history/as-of?asOf=" + day;
    }

    @Test
    void eachDayKeepsWhatItsLastEventLeft() {
        var code = journeys.proposed("EC", "Título del primer día");
        var first = today();
        later();
        journeys.edit(code, Map.of("title", "Título del segundo día"));
        journeys.makeTrackable(code);
        journeys.reach(code, State.UNDER_REVIEW);
        var second = today();
        later();
        journeys.reach(code, State.ADOPTED);

        var then = past(COORDINATOR, code, first);
        assertThat(then.path("asOf").asString()).isEqualTo(first.toString());
        assertThat(then.path("provisional").asBoolean()).isFalse();
        assertThat(then.at("/standing/state").asString()).isEqualTo("PROPOSED");
        assertThat(then.at("/standing/titles").toString()).contains("primer").doesNotContain("segundo");
        assertThat(then.at("/standing/targetDate").isNull()).isTrue();
        assertThat(then.at("/standing/markers/total").asInt()).isZero();
        // The night between lies in that day too.
        assertThat(past(DIRECTOR, code, first.plusDays(1)).at("/standing/state").asString())
                .isEqualTo("PROPOSED");
        assertThat(past(DIRECTOR, code, second).at("/standing/state").asString())
                .isEqualTo("UNDER_REVIEW");
        var now = past("auditor", code, today());
        assertThat(now.path("provisional").asBoolean()).isTrue();
        assertThat(now.at("/standing/state").asString()).isEqualTo("ADOPTED");
        assertThat(now.at("/standing/targetDate").isNull()).isFalse();
        assertThat(now.at("/standing/markers/total").asInt()).isPositive();
    }

    @Test
    void whoIsOutsideLearnsWhatHadBeenConfirmedByThen() {
        var code = journeys.proposed("EC");
        var proposal = today();
        later();
        journeys.makeTrackable(code);
        journeys.reach(code, State.UNDER_REVIEW);
        var confirmed = today();
        later();
        require(200, journeys.claim(code, State.ADOPTED));

        assertThat(past(DIRECTOR, code, today()).at("/standing/claim").asString())
                .isEqualTo("UNDER_REVIEW");
        var told = past("funder", code, today());
        assertThat(told.at("/standing/state").asString()).isEqualTo("UNDER_REVIEW");
        assertThat(told.path("standing").has("claim")).isFalse();
        assertThat(told.path("standing"))
                .isEqualTo(past("funder", code, confirmed).path("standing"));
        // What was a team's own proposal then has never been told to others.
        assertThat(past(COORDINATOR, code, proposal).has("standing")).isTrue();
        assertThat(past("funder", code, proposal).has("standing")).isFalse();
    }

    @Test
    void whoMayNotReadTheHistoryIsRefusedAsThere() {
        var code = journeys.proposed("EC");
        var path = address(code, today());
        assertThat(api.as("coordinator.pe").get(path).problem()).isEqualTo("not-permitted");
        assertThat(api.as("funder").get(path).problem()).isEqualTo("not-found");
        assertThat(api.anonymous().get(path).status()).isEqualTo(401);
    }

    @Test
    void noDayIsAskedForThatHasNotCome() {
        var code = journeys.proposed("EC");
        var coordinator = api.as(COORDINATOR);
        assertThat(coordinator.get(address(code, today().plusDays(1))).status()).isEqualTo(400);
        for (var day : new String[] {"tomorrow", "2026-02-30", "0000-00-00", "+999999999-12-31", "1969-12-31"}) {
            assertThat(coordinator.get(at(code) + "/history/as-of?asOf=" + day).status())
                    .as(day)
                    .isEqualTo(400);
        }
        assertThat(coordinator.get(at(code) + "/history/as-of?day=2026-01-01").problem())
                .isEqualTo("unknown-parameter");
        assertThat(past(COORDINATOR, code, today().minusDays(400)).has("standing"))
                .isFalse();
    }

    @Test
    void anErasedTitleSaysSoAndTheRestStands() {
        var code = journeys.proposed("EC", "Un título que se borrará");
        var first = today();
        later();
        require(200, journeys.edit(code, Map.of("title", "Un título que queda")));
        eraseTitle(code);
        var then = past(COORDINATOR, code, first).path("standing");
        assertThat(then.path("titles").toString()).contains("[erased]").doesNotContain("borrará");
        assertThat(then.path("state").asString()).isEqualTo("PROPOSED");
    }

    private void eraseTitle(String code) {
        var event = jdbc.sql("select min(seq) from ledger_event where code = ?")
                .param(code)
                .query(Long.class)
                .single();
        Visitor.signedIn(environment, "admin")
                .post("/admin/audit/" + event + "/erasure", Map.of("field", "titleEs", "reason", "PERSON_ASKS"));
        var asked = jdbc.sql("select r.id from ledger_erasure r join ledger_event e on e.event_id = r.event_id"
                        + " where e.code = ? and r.status = 'ASKED'")
                .param(code)
                .query(UUID.class)
                .single();
        var confirmed =
                Visitor.signedIn(environment, "auditor").post("/admin/erasures/" + asked + "/confirmation", Map.of());
        assertThat(confirmed.statusCode()).isEqualTo(200);
    }

    @Test
    void thePageSaysTheSameInWordsAndAsksForADay() {
        var code = journeys.proposed("EC");
        var coordinator = Visitor.signedIn(environment, COORDINATOR);
        var page = "/recommendations/" + code + "/history";
        assertThat(coordinator.get(page).body()).contains(page + "/as-of");
        assertThat(coordinator.get(page + "/as-of").body()).contains("s-proposed", "name=\"asOf.day\"");
        var before = today().minusDays(3);
        var none = coordinator.get(page + "/as-of?asOf.day=" + before.getDayOfMonth() + "&asOf.month="
                + before.getMonthValue() + "&asOf.year=" + before.getYear());
        assertThat(none.statusCode()).isEqualTo(200);
        assertThat(none.body()).contains("<p class=\"none\">").doesNotContain("<dl");
        for (var wrong :
                new String[] {"asOf=2999-01-01", "asOf.day=31&asOf.month=2&asOf.year=2026", "asOf=%3Cscript%3E1"}) {
            var refused = coordinator.get(page + "/as-of?" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("href=\"#asOf-day\"").doesNotContain("<script>1");
        }
    }
}
