package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** What happens in a country, told there, asked of its items, and answered by their team. */
@RumboTest
class CountryContextIT {
    private static final String PAGE = "/countries/BO/context";

    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final Environment environment;

    CountryContextIT(Api api, Journeys journeys, Records records, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.environment = environment;
    }

    private static Map<String, String> elections(String title) {
        return new HashMap<>(Map.of(
                "kind",
                "ELECTION",
                "on.day",
                "1",
                "on.month",
                "2",
                "on.year",
                "2026",
                "title",
                title,
                "language",
                "ES",
                "url",
                "https://example.org/elections",
                "text",
                "A new congress"));
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void anEventIsAskedOfItemsAndAnsweredByTheirTeam() {
        var code = journeys.in("BO", State.ADOPTED);
        var title = "Elections of " + code;
        var director = Visitor.signedIn(environment, "director.a");
        var told = director.post(PAGE, elections(title));
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).contains(title, "https://example.org/elections", "lang=\"es\"");
        var event = found("id=\"event-([0-9a-f-]{36})\"[\\s\\S]{0,600}" + title, told.body());

        assertThat(director.post(PAGE + "/" + event, Map.of()).statusCode()).isEqualTo(422);
        assertThat(director.post(PAGE + "/" + event, Map.of("code", code)).body())
                .contains(code);
        // Asked again it is not asked twice.
        director.post(PAGE + "/" + event, Map.of("code", code));

        var team = Visitor.signedIn(environment, "coordinator.bo");
        assertThat(team.get("/work").body()).contains(title);
        assertThat(team.get("/notices").body()).contains("/recommendations/" + code);
        assertThat(Visitor.signedIn(environment, "member.bo").get("/work").body())
                .doesNotContain(title);
        var item = "/recommendations/" + code + "/context";
        var page = team.get(item).body();
        var review = found("context/([0-9a-f-]{36})\"", page);
        assertThat(team.post(item + "/" + review, Map.of("outcome", "HOLDS", "sentence", " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(team.post(item + "/" + review, Map.of("outcome", "HOLDS", "sentence", "The law stays in force"))
                        .body())
                .contains("The law stays in force");
        assertThat(team.post(item + "/" + review, Map.of("outcome", "CHANGES", "sentence", "Or not"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(team.get("/work").body()).doesNotContain(title);
        assertThat(director.get(PAGE).body()).contains("The law stays in force");
        assertThat(Visitor.signedIn(environment, "coordinator.pe").get(item).body())
                .contains("The law stays in force");
        assertThat(Visitor.signedIn(environment, "funder").get(item).body()).doesNotContain(title, "stays in force");

        var actions = new ArrayList<String>();
        require(200, api.as("director.a").get(at(code) + "/history"))
                .json()
                .path("items")
                .forEach(entry -> actions.add(entry.path("action").asString()));
        assertThat(actions).endsWith("context.ask", "context.answer").containsOnlyOnce("context.ask");
        assertThat(records.payloads(code))
                .contains("ELECTION", "HOLDS")
                .doesNotContain("stays in force", "Elections of");
    }

    @Test
    void theSameIsDoneOverRest() {
        var code = journeys.in("BO", State.ADOPTED);
        var director = api.as("director.a");
        var law = Map.of("kind", "LAW", "on", "2026-02-01", "title", "Law 12", "url", "https://example.org/12");
        var event = require(201, director.post("/countries/BO/context", law))
                .json()
                .path("id")
                .asString();
        var asked = require(
                200, director.post("/countries/BO/context/" + event + "/review", Map.of("codes", List.of(code))));
        var answer = at(code) + "/context/" + asked.json().at("/reviews/0/id").asString();
        var holds = Map.of("outcome", "HOLDS", "sentence", "It says nothing about it");

        assertThat(director.post(answer, holds).status()).isEqualTo(403);
        assertThat(require(200, api.as("coordinator.bo").post(answer, holds)).text())
                .contains("It says nothing about it", "HOLDS");
        assertThat(api.as("coordinator.bo").post(answer, holds).status()).isEqualTo(422);
        assertThat(require(200, api.as("funder").get(at(code) + "/context"))
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(api.as("funder").get("/countries/BO/context").status()).isEqualTo(403);
    }

    @Test
    void whatChangesSomethingLeadsToTheReport() {
        var code = journeys.in("BO", State.ADOPTED);
        var team = Visitor.signedIn(environment, "coordinator.bo");
        var event = found(
                "id=\"event-([0-9a-f-]{36})\"[\\s\\S]{0,600}Law of " + code,
                team.post(PAGE, elections("Law of " + code)).body());
        team.post(PAGE + "/" + event, Map.of("code", code));
        var item = "/recommendations/" + code + "/context";
        var review = found("context/([0-9a-f-]{36})\"", team.get(item).body());

        var report = team.post(item + "/" + review, Map.of("outcome", "CHANGES", "sentence", "The office was closed"));

        assertThat(report.uri().getPath()).isEqualTo("/recommendations/" + code + "/progress/report");
        assertThat(report.body()).contains("name=\"note\"");
    }

    @Test
    void whatCannotBeToldIsRefusedAndLeavesNothing() {
        var elsewhere = journeys.in("CO", State.ADOPTED);
        var team = Visitor.signedIn(environment, "coordinator.bo");
        var event = found(
                "id=\"event-([0-9a-f-]{36})\"[\\s\\S]{0,600}About " + elsewhere,
                team.post(PAGE, elections("About " + elsewhere)).body());
        var before = records.digest();
        Map.of(
                        "url", "javascript:alert(1)",
                        "title", "",
                        "on.year", "2150",
                        "on.month", "13",
                        "kind", "")
                .forEach((field, value) -> {
                    var form = elections("Wrong");
                    form.put(field, value);
                    assertThat(team.post(PAGE, form).statusCode()).as(field).isEqualTo(422);
                });
        assertThat(team.post(PAGE + "/" + event, Map.of("code", elsewhere)).statusCode())
                .isIn(404, 422);
        assertThat(team.post("/countries/CO/context", elections("Abroad")).statusCode())
                .isEqualTo(403);
        assertThat(team.get("/countries/CO/context/" + event).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(environment, "director.a")
                        .get("/countries/ZZ/context")
                        .statusCode())
                .isEqualTo(404);
        assertThat(records.digest()).isEqualTo(before);
    }
}
