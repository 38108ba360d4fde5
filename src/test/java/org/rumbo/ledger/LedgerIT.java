package org.rumbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rumbo.ledger.proof.Commitment;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the ledger after a whole life, read past the code that wrote it. */
@RumboTest
class LedgerIT {
    private static final JsonMapper JSON = new JsonMapper();

    private final String canary = "canary" + UUID.randomUUID();
    private final Api api;
    private final Journeys journeys;
    private final JdbcClient jdbc;

    LedgerIT(Api api, Journeys journeys, JdbcClient jdbc) {
        this.api = api;
        this.journeys = journeys;
        this.jdbc = jdbc;
    }

    record Row(
            UUID event,
            int rev,
            String action,
            String audience,
            @Nullable String actor,
            byte[] payload) {
        JsonNode json() {
            return JSON.readTree(payload);
        }
    }

    @Test
    void everyChangeHasOneEventInAnUnbrokenChain() {
        var code = life();
        var rows = rows(code);
        assertThat(rows).extracting(Row::rev).isEqualTo(counting(rows.size()));
        assertThat(rows)
                .extracting(Row::action)
                .containsExactly(
                        "item.create",
                        "item.edit",
                        "marker.edit",
                        "claim.make",
                        "claim.return",
                        "claim.make",
                        "claim.confirm",
                        "comment.add",
                        "progress.draft",
                        "progress.report",
                        "position.record",
                        "evidence.add",
                        "claim.make",
                        "claim.disagree",
                        "evidence.add",
                        "claim.make",
                        "claim.confirm",
                        "marker.met",
                        "evidence.add",
                        "claim.make",
                        "claim.confirm",
                        "evaluators.assign",
                        "evaluation.rate",
                        "evaluation.approve",
                        "item.reopen");
        var known = jdbc.sql("select rev from recommendation where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
        assertThat(known).isEqualTo(rows.size());
    }

    private static List<Integer> counting(int most) {
        var numbers = new ArrayList<Integer>();
        for (var i = 1; i <= most; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    @Test
    void theNewestImageIsTheItem() {
        var code = life();
        var rows = rows(code);
        var image = rows.get(rows.size() - 1).json().path("image");
        var item = jdbc.sql("select * from recommendation where code = ?")
                .param(code)
                .query()
                .singleRow();
        for (var field : Map.of(
                        "state", "state",
                        "position", "position",
                        "self", "self_level",
                        "validated", "validated_level",
                        "claim", "claim_status",
                        "rating", "rating",
                        "markersTotal", "markers_total",
                        "markersMet", "markers_met",
                        "expectMet", "expect_met",
                        "targetDate", "target_date")
                .entrySet()) {
            assertThat(image.path(field.getKey()).asString())
                    .as(field.getKey())
                    .isEqualTo(String.valueOf(item.get(field.getValue())));
        }
        assertThat(image.path("evaluationOpen").asBoolean()).isEqualTo(item.get("evaluation_open"));
        assertThat(image.path("themes").get(0).asString()).isEqualTo(item.get("themes"));
        assertThat(image.path("texts").propertyNames())
                .containsExactlyInAnyOrder("addressee", "positionSource", "reading", "summaryEs", "titleEs");
    }

    @Test
    void everyPayloadIsCanonicalAndSaysWhatItsColumnsSay() {
        var code = life();
        String state = null;
        for (var row : rows(code)) {
            var json = row.json();
            assertThat(new String(row.payload(), StandardCharsets.UTF_8)).isEqualTo(sorted(json));
            assertThat(json.path("event").asString()).isEqualTo(row.event().toString());
            assertThat(json.path("rev").asInt()).isEqualTo(row.rev());
            assertThat(json.path("action").asString()).isEqualTo(row.action());
            assertThat(json.path("code").asString()).isEqualTo(code);
            assertThat(json.path("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(json.path("actor").asString()).matches("p_[0-9a-z]{20}").isEqualTo(row.actor());
            assertThat(json.path("v").asInt()).isEqualTo(1);
            assertThat(json.path("req").asString()).isNotBlank();
            assertThat(json.path("log").asString()).startsWith("rumbo.local/");
            assertThat(json.path("from").asString()).isEqualTo(state == null ? "PROPOSED" : state);
            assertThat(json.path("to").asString())
                    .isEqualTo(json.path("image").path("state").asString());
            state = json.path("to").asString();
            var released = List.of("item.create", "claim.confirm", "evaluation.approve", "item.reopen")
                    .contains(row.action());
            assertThat(row.audience()).as(row.action()).isEqualTo(released ? "RELEASED" : "FULL");
        }
    }

    /** Keys in order, no white space: what Jackson makes of a sorted tree, for the letters and digits that keys have. */
    private static String sorted(JsonNode node) {
        return JSON.writeValueAsString(tree(node));
    }

    private static @Nullable Object tree(JsonNode node) {
        if (node.isObject()) {
            var map = new TreeMap<String, @Nullable Object>();
            node.properties().forEach(field -> map.put(field.getKey(), tree(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            node.forEach(value -> list.add(tree(value)));
            return list;
        }
        return node.isNull() ? null : node;
    }

    @Test
    void whatWasTypedStandsBesideThePayloadAndFitsItsCommitment() {
        var code = life();
        var opened = 0;
        var item = item(code);
        for (var row : rows(code)) {
            assertThat(new String(row.payload(), StandardCharsets.UTF_8))
                    .as(row.action())
                    .doesNotContain(canary)
                    .doesNotContain("coordinator")
                    .doesNotContain("director");
            var openings = openings(row.event());
            var values = new HashMap<String, String>();
            row.json()
                    .path("opens")
                    .properties()
                    .forEach(open -> values.put(open.getKey(), open.getValue().asString()));
            assertThat(openings.keySet()).isEqualTo(values.keySet());
            openings.forEach((field, opening) -> assertThat(
                            Commitment.of((byte[]) opening.get("salt"), field, item, (String) opening.get("content")))
                    .isEqualTo(values.get(field)));
            opened += openings.size();
        }
        assertThat(opened).isGreaterThan(20);
    }

    /** A whole life in words of its own. */
    private String life() {
        var code = journeys.proposed("CO", canary + " title");
        require(
                200,
                journeys.edit(
                        code,
                        Map.of(
                                "addressee",
                                canary + " addressee",
                                "reading",
                                canary + " reading",
                                "themes",
                                List.of("rights"),
                                "targetDate",
                                "2030-01-01")));
        var team = api.as("coordinator.co");
        require(201, team.post(at(code) + "/markers", Map.of("text", canary + " marker")));
        claim(code, State.UNDER_REVIEW);
        decide(code, Map.of("outcome", "RETURNED", "reason", canary));
        claim(code, State.UNDER_REVIEW);
        decide(code, Map.of("outcome", "CONFIRMED", "reason", canary));
        require(200, team.post(action(code, "comment"), Map.of("text", canary, "visibility", "TEAM")));
        require(200, api.as("member.co").post(action(code, "report-progress"), Map.of("note", canary)));
        require(200, team.post(action(code, "report-progress"), Map.of("note", canary, "level", "STARTED")));
        require(
                200,
                team.post(
                        action(code, "record-position"),
                        Map.of("position", "ACCEPTED", "on", "2026-01-01", "source", canary)));
        claim(code, State.ADOPTED);
        decide(code, Map.of("outcome", "DISAGREED", "reason", canary, "level", "NOT_STARTED"));
        claim(code, State.ADOPTED);
        decide(code, Map.of("outcome", "CONFIRMED"));
        journeys.reach(code, State.IMPLEMENTED);
        journeys.evaluate(code, "evaluator.a");
        require(200, api.as("director.a").post(action(code, "reopen"), Map.of("to", "IMPLEMENTED", "reason", canary)));
        return code;
    }

    private void claim(String code, State to) {
        var body = new LinkedHashMap<>(journeys.claimBody(code, to));
        body.put("statement", canary + " statement");
        require(200, api.as("coordinator.co").post(action(code, "claim"), body));
    }

    private void decide(String code, Map<String, Object> body) {
        require(200, api.as("director.b").post(action(code, "decide"), body));
    }

    private UUID item(String code) {
        return jdbc.sql("select id from recommendation where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private List<Row> rows(String code) {
        return jdbc.sql("select event_id, item_rev, action, audience, actor, payload from ledger_event"
                        + " where item_id = ? order by item_rev")
                .param(item(code))
                .query((row, number) -> new Row(
                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6)))
                .list();
    }

    private Map<String, Map<String, Object>> openings(UUID event) {
        var openings = new HashMap<String, Map<String, Object>>();
        jdbc.sql("select field, salt, content from ledger_opening where event_id = ?")
                .param(event)
                .query(row -> {
                    openings.put(row.getString(1), Map.of("salt", row.getBytes(2), "content", row.getString(3)));
                });
        return openings;
    }
}
