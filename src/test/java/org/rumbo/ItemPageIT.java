package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** What is done on the page of a recommendation and shown there: its route, links, reports and decisions. */
@RumboTest
class ItemPageIT {
    private final Api api;
    private final Journeys journeys;
    private final Environment environment;

    ItemPageIT(Api api, Journeys journeys, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
    }

    private String page(String login, String code) {
        return Visitor.signedIn(environment, login)
                .get("/recommendations/" + code)
                .body();
    }

    @Test
    void theRouteNamesPeopleToTheTeamAndRolesToFunders() {
        var code = journeys.in("PE", State.ADOPTED);
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        require(200, journeys.decide(code, "CONFIRMED"));

        assertThat(page("coordinator.pe", code))
                .contains("Director A", "aria-current=\"step\"", "It happened as the paper said");
        assertThat(page("funder", code))
                .contains("aria-current=\"step\"", "hook-list")
                .doesNotContain("Director A", "Coordinator PE", "It happened as the paper said");
    }

    @Test
    void aLinkOfATeamIsSeenOutsideOnceSomethingIsConfirmed() {
        var from = journeys.in("PE", State.UNDER_REVIEW);
        var to = journeys.in("BO", State.UNDER_REVIEW);
        var team = Visitor.signedIn(environment, "coordinator.pe");
        var wish = Map.of("type", "CONFLICTS_WITH", "to", to);
        assertThat(team.post("/recommendations/" + from + "/links", wish).statusCode())
                .isEqualTo(200);

        assertThat(team.post("/recommendations/" + from + "/links", wish).statusCode())
                .isEqualTo(422);
        assertThat(page("director.a", from)).contains(to);
        assertThat(page("director.a", to)).contains(from);
        assertThat(page("funder", from)).doesNotContain(to);
        assertThat(page("funder", to)).doesNotContain(from);
        var last = require(200, api.as("director.a").get(at(from) + "/history"))
                .json()
                .path("items");
        assertThat(last.get(last.size() - 1).path("action").asString()).isEqualTo("link.edit");

        journeys.reach(from, State.ADOPTED);
        assertThat(page("funder", from)).contains(to);
        assertThat(page("funder", to)).contains(from);

        team.post("/recommendations/" + from + "/links/removal", wish);
        assertThat(page("director.a", to)).doesNotContain(from);
        assertThat(team.post("/recommendations/" + from + "/links/removal", wish)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReportOfProgressRecordsNoteAndMarkersTogetherOrNeither() {
        var code = journeys.in("PE", State.ADOPTED);
        var marker = require(200, api.as("coordinator.pe").get(at(code)))
                .json()
                .path("markers")
                .get(0)
                .path("id")
                .asString();
        var team = Visitor.signedIn(environment, "coordinator.pe");
        var address = "/recommendations/" + code + "/progress";

        var ticked = Map.of("note", "", "shown", marker, "met", marker);
        assertThat(team.post(address + "/report", ticked).statusCode()).isEqualTo(422);
        assertThat(isMet(code)).isFalse();

        var written = Map.of("note", "The office works now", "shown", marker, "met", marker);
        assertThat(team.post(address + "/preview", written).body())
                .contains("The office works now.", "name=\"met\"", "checked");
        assertThat(isMet(code)).isFalse();
        assertThat(page("director.a", code)).isNotEmpty();

        assertThat(team.post(address + "/report", written).statusCode()).isEqualTo(200);
        assertThat(isMet(code)).isTrue();
        assertThat(team.get(address).body()).contains("The office works now");
    }

    private boolean isMet(String code) {
        return api.as("coordinator.pe")
                .get(at(code))
                .json()
                .path("markers")
                .get(0)
                .path("met")
                .asBoolean();
    }

    @Test
    void aClaimThatIsMadeAgainStandsBesideWhatItSaid() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        require(200, journeys.claim(code, State.CLOSED));
        require(200, journeys.decide(code, "RETURNED"));
        var body =
                Map.of("to", "CLOSED", "closeReason", "NOT_ADOPTED", "statement", "It happened as the minister said");
        require(200, api.as("coordinator.pe").post(action(code, "claim"), body));
        var director = Visitor.signedIn(environment, "director.a");

        assertThat(director.get("/recommendations/" + code + "/decision").body())
                .contains("<del>paper</del>", "<ins>minister</ins>", "Something is missing");
        director.post("/recommendations/" + code + "/decision", Map.of("outcome", "CONFIRMED"));
        assertThat(page("director.a", code)).doesNotContain("<del>");
    }
}
