package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.HashMap;
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

/** What is counted about an item: exactly, with its past, for the network alone. */
@RumboTest
class IndicatorsIT {
    private static final String TEAM = "coordinator.pe";

    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final Environment environment;

    IndicatorsIT(Api api, Journeys journeys, Records records, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.environment = environment;
    }

    private static Map<String, Object> offices() {
        return new HashMap<>(Map.of(
                "name",
                "Local offices",
                "unit",
                "offices",
                "baseline",
                1,
                "baselineOn",
                "2026-01-01",
                "target",
                12,
                "targetOn",
                "2027-12-31"));
    }

    private String added(String code) {
        return require(201, api.as(TEAM).post(at(code) + "/indicators", offices()))
                .json()
                .path("id")
                .asString();
    }

    private static Map<String, Object> count(String amount) {
        return new HashMap<>(
                Map.of("amount", new java.math.BigDecimal(amount), "on", "2026-02-01", "source", "Yearbook, page 12"));
    }

    private Answer counted(String code, String id, Map<String, ?> body) {
        return api.as(TEAM).post(at(code) + "/indicators/" + id + "/values", body);
    }

    private String refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().path("violations").get(0).path("rule").asString();
    }

    @Test
    void aCountIsKeptExactlyAndItsCorrectionKeepsIt() {
        var code = journeys.in("PE", State.ADOPTED);
        var id = added(code);
        var value = require(200, counted(code, id, count("3.000001")))
                .json()
                .at("/values/0/id")
                .asString();
        var path = at(code) + "/indicators/" + id + "/values/" + value + "/correction";
        assertThat(refused(api.as(TEAM).post(path, count("4")))).isEqualTo("reason-required");
        var better = count("123456789012345.5");
        better.put("reason", "Read the wrong line");
        var after = require(200, api.as(TEAM).post(path, better));

        assertThat(after.text()).contains("123456789012345.5", "3.000001");
        assertThat(after.json().path("values").size()).isEqualTo(1);
        assertThat(after.json().at("/corrected/0/id").asString()).isEqualTo(value);
        assertThat(refused(api.as(TEAM).post(path, better))).isEqualTo("value-corrected-already");
        assertThat(records.payloads(code)).contains("\"3.000001\"").doesNotContain("Yearbook", "wrong line", "Local");
        var page = "/recommendations/" + code + "/indicators";
        assertThat(Visitor.signedIn(environment, "coordinator.bo").get(page).body())
                .contains(
                        "En 123.456.789.012.345,5 offices el 1 feb 2026", "Read the wrong line", "<polyline", "<table")
                .doesNotContain("Agregar un indicador");
        assertThat(Visitor.signedIn(environment, "funder").get(page).body())
                .doesNotContain("Local offices", "Yearbook");
    }

    @Test
    void whatCannotBeCountedIsRefusedAndLeavesNothing() {
        var code = journeys.in("PE", State.ADOPTED);
        var id = added(code);
        var before = records.of(code);
        Map.<String, Map<String, Object>>of(
                        "number-of-15-digits", Map.of("amount", 1e300),
                        "not-in-the-future", Map.of("on", "2150-01-01"),
                        "year-of-four-digits", Map.of("on", "+99999-01-01"),
                        "source-required", Map.of("source", " "),
                        "evidence-of-this-recommendation", Map.of("evidence", id))
                .forEach((rule, wrong) -> {
                    var body = count("3");
                    body.putAll(wrong);
                    assertThat(refused(counted(code, id, body))).isEqualTo(rule);
                });
        var share = offices();
        share.put("unit", "% of offices");
        assertThat(refused(api.as(TEAM).post(at(code) + "/indicators", share))).isEqualTo("unit-is-no-percentage");
        assertThat(records.of(code)).isEqualTo(before);
    }

    @Test
    void formsComeBackWithTheWords() {
        var code = journeys.in("PE", State.ADOPTED);
        var id = added(code);
        var team = Visitor.signedIn(environment, TEAM);
        var page = "/recommendations/" + code + "/indicators";
        var wrong = new HashMap<>(Map.of("amount", "1,250", "source", "Yearbook"));
        wrong.putAll(Map.of("on.day", "1", "on.month", "2", "on.year", "2026"));
        var back = team.post(page + "/" + id + "/values", wrong);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains("value=\"1,250\"", "indicator-amount-problem", "Pueden ser miles");

        wrong.put("amount", "1250");
        assertThat(team.post(page + "/" + id + "/values", wrong).body())
                .contains("El dato está registrado", "En 1.250 offices el 1 feb 2026");
        var value = require(200, api.as(TEAM).get(at(code) + "/indicators"))
                .json()
                .at("/items/0/values/0/id")
                .asString();
        assertThat(team.get(page + "/" + id + "/values/" + value).body()).contains("value=\"1250\"", "name=\"reason\"");
        assertThat(team.post(page, Map.of("name", "Offices")).statusCode()).isEqualTo(422);
        assertThat(team.get("/recommendations/" + code).body()).contains("0 de 1 marcador esperado cumplido");
    }
}
