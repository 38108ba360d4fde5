package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Api.Answer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a team plans for its items: who may plan, who reads it, what the ledger keeps, and whom it reminds. */
@RumboTest
class TeamActionsIT {
    private static final String TEAM = "coordinator.pe";

    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final Environment environment;
    private final JdbcClient jdbc;

    TeamActionsIT(Api api, Journeys journeys, Records records, Environment environment, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.environment = environment;
    }

    private Map<String, Object> letter(String text) {
        return Map.of(
                "text",
                text,
                "owner",
                "member.pe",
                "due",
                journeys.today().plusDays(3).toString());
    }

    private String added(String code, Map<String, ?> action) {
        return require(201, api.as(TEAM).post(at(code) + "/team-actions", action))
                .json()
                .path("id")
                .asString();
    }

    private Answer patch(String code, String id, Map<String, ?> fields) {
        return api.as(TEAM).patch(at(code) + "/team-actions/" + id, fields);
    }

    private String refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().path("violations").get(0).path("rule").asString();
    }

    @Test
    void anActionIsPlannedMovedAndDone() {
        var code = journeys.in("PE", State.ADOPTED);
        var path = at(code) + "/team-actions";
        var first = journeys.today().plusDays(3).toString();
        var later = journeys.today().plusDays(9).toString();
        var id = added(code, letter("Write to the ministry"));

        assertThat(refused(patch(code, id, Map.of("due", later)))).isEqualTo("reason-required");
        var moved = require(200, patch(code, id, Map.of("due", later, "reason", "Closed until then")))
                .json();
        assertThat(moved.path("due").asString()).isEqualTo(later);
        assertThat(moved.path("firstDue").asString()).isEqualTo(first);
        assertThat(patch(code, id, Map.of("text", "Another", "version", 0)).status())
                .isEqualTo(412);

        var tomorrow = journeys.today().plusDays(1).toString();
        assertThat(refused(api.as(TEAM).post(path + "/" + id + "/done", Map.of("on", tomorrow))))
                .isEqualTo("not-in-the-future");
        var done = require(
                        200,
                        api.as(TEAM)
                                .post(
                                        path + "/" + id + "/done",
                                        Map.of("on", journeys.today().toString())))
                .json();
        assertThat(done.path("doneOn").asString()).isEqualTo(journeys.today().toString());
        assertThat(refused(api.as(TEAM).post(path + "/" + id + "/cancel", Map.of("reason", "No"))))
                .isEqualTo("action-still-open");
        assertThat(Visitor.signedIn(environment, TEAM)
                        .get("/recommendations/" + code + "/team-actions")
                        .body())
                .contains("1 de 1 acción hecha", "Closed until then", "Member PE");
    }

    @Test
    void whatIsNoActionIsRefusedAndLeavesNothing() {
        var code = journeys.in("PE", State.ADOPTED);
        var path = at(code) + "/team-actions";
        var before = records.of(code);
        var bodies = Map.of(
                "text-required", Map.of("text", " \u200b "),
                "owner-of-the-team", Map.of("owner", "coordinator.bo"),
                "year-of-four-digits", Map.of("due", "+99999-01-01"),
                "too-long", Map.of("text", "x".repeat(1001)),
                "action-within-the-network", Map.of("visibility", "FUNDER"));
        bodies.forEach((rule, wrong) -> {
            var body = new HashMap<String, Object>(letter("A letter"));
            body.putAll(wrong);
            assertThat(refused(api.as(TEAM).post(path, body))).isEqualTo(rule);
        });
        assertThat(api.as(TEAM).post(path, Map.of("text", "x", "by", "y")).status())
                .isEqualTo(400);
        assertThat(records.of(code)).isEqualTo(before);
    }

    @Test
    void whatWasTypedStaysOutOfTheLedgersPayload() {
        var code = journeys.in("PE", State.ADOPTED);
        var id = added(code, letter("Write to the ministry"));
        require(200, patch(code, id, Map.of("text", "Write to the president")));
        var path = at(code) + "/team-actions/" + id + "/cancel";
        require(200, api.as(TEAM).post(path, Map.of("reason", "Somebody else did")));

        var history =
                require(200, api.as(TEAM).get(at(code) + "/history")).json().path("items");
        var actions = new java.util.ArrayList<String>();
        history.forEach(entry -> actions.add(entry.path("action").asString()));
        assertThat(actions).endsWith("action.add", "action.change", "action.cancel");
        var page = Visitor.signedIn(environment, TEAM)
                .get("/recommendations/" + code + "/history")
                .body();
        assertThat(page).contains("Write to the president", "Write to the ministry", "Somebody else did");
        assertThat(records.payloads(code)).doesNotContain("ministry", "president", "Somebody else");
        assertThat(require(200, api.as("funder").get(at(code) + "/history")).text())
                .doesNotContain("action.");
    }

    @Test
    void whoOwnsItFindsItInHerWorkUntilItIsOver() {
        var code = journeys.in("PE", State.ADOPTED);
        var yesterday = journeys.today().minusDays(1).toString();
        var body = new HashMap<String, Object>(letter("Call the speaker of " + code));
        body.put("due", yesterday);
        var id = added(code, body);
        var member = Visitor.signedIn(environment, "member.pe");

        assertThat(member.get("/work").body()).contains("verb\">Call the speaker of " + code, "1 día");
        assertThat(Visitor.signedIn(environment, TEAM).get("/work").body())
                .doesNotContain("verb\">Call the speaker of " + code);
        assertThat(member.get("/recommendations/" + code + "/team-actions").body())
                .contains("0 de 1 acción hecha; 1 está atrasada");

        var path = at(code) + "/team-actions/" + id + "/done";
        require(200, api.as(TEAM).post(path, Map.of("on", yesterday)));
        assertThat(member.get("/work").body()).doesNotContain("verb\">Call the speaker of " + code);
    }

    /** Whoever is named learns it, by name or anew; nobody of what she took on herself, or when the words alone change. */
    @Test
    void whoIsNamedIsTold() {
        var code = journeys.in("PE", State.ADOPTED);
        var id = added(code, letter("Ask the minister about " + code));
        assertThat(told(code)).containsExactly("member.pe");
        require(200, patch(code, id, Map.of("text", "Ask the minister again about " + code)));
        assertThat(told(code)).containsExactly("member.pe");
        require(200, patch(code, id, Map.of("owner", TEAM)));
        assertThat(told(code)).containsExactly("member.pe");
        require(200, patch(code, id, Map.of("owner", "member.pe")));
        assertThat(told(code)).containsExactly("member.pe", "member.pe");
        assertThat(Visitor.signedIn(environment, "member.pe").get("/notices").body())
                .contains(code)
                .doesNotContain("??");
    }

    private List<String> told(String code) {
        return jdbc.sql("select p.login from notice n join person p on p.id = n.recipient"
                        + " join recommendation r on r.id = n.recommendation_id"
                        + " where n.kind = 'ACTION_NAMED' and r.code = ? order by n.made_at")
                .param(code)
                .query(String.class)
                .list();
    }

    @Test
    void formsWorkWithoutScriptAndComeBackWithTheWords() {
        var code = journeys.in("PE", State.ADOPTED);
        var team = Visitor.signedIn(environment, TEAM);
        var page = "/recommendations/" + code + "/team-actions";
        var wrong = Map.of("text", "Send it", "owner", "", "due.day", "31", "due.month", "2", "due.year", "2027");
        var back = team.post(page, wrong);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains("Send it", "action-owner-problem", "due-day-problem", "open=\"open\"");

        var id = added(code, letter("Send it"));
        assertThat(team.get(page + "/" + id).body()).contains("name=\"doneOn.day\"", "name=\"why\"", "Send it");
        assertThat(team.post(page + "/" + id + "/cancel", Map.of("why", "")).statusCode())
                .isEqualTo(422);
        assertThat(team.post(page + "/" + id + "/cancel", Map.of("why", "Not needed"))
                        .body())
                .contains("La acción está cancelada", "0 de 0 acciones hechas", "Not needed");
        assertThat(team.get("/recommendations/" + code).body())
                .containsSubsequence("progress-section", "id=\"markers\"", "team-actions-section", "id=\"evidence\"");
    }
}
