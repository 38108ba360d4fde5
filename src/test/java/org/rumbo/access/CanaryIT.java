package org.rumbo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a funder never learns: nothing that he can ask for changes, by a single byte, before a fact is confirmed. */
@RumboTest
class CanaryIT {
    private static final String PAPER_ITEM = "SPN-2019-CL-a";
    private final String canary = "canary" + UUID.randomUUID();
    private final List<String> queries = List.of(
            "",
            "?limit=200&sort=-updated",
            "?limit=200&sort=due",
            "?q=" + part(canary),
            "?addressee=" + part(canary),
            "?country=CL",
            "?theme=drugs&limit=200",
            "?stale=true",
            "?verified=no",
            "?overdue=true",
            "?mine=true",
            "?as=board",
            "?as=timeline&sort=-news",
            "?step=DECIDE_CLAIM",
            "?state=UNDER_REVIEW&country=CL");

    private final Api api;
    private final Journeys journeys;
    private final Callers callers;
    private final RequestMappingHandlerMapping mappings;

    CanaryIT(
            Api api,
            Journeys journeys,
            TimeMachine clock,
            Environment environment,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.api = api;
        this.journeys = journeys;
        this.callers = new Callers(new Wire(environment));
        this.mappings = requestMappingHandlerMapping;
        clock.comeBack();
    }

    @Test
    void aFunderNoticesNothingOfWhatIsNotConfirmed() {
        notices("funder", PAPER_ITEM);
    }

    @Test
    void neitherDoesSheOfATeamsOwnItem() {
        var code = journeys.in("CL", State.UNDER_REVIEW);
        notices("funder", code);
    }

    /** Other teams see what the network shares, and of a claim as little as a funder does. */
    @Test
    void otherTeamsNoticeNothingOfAClaim() {
        var code = journeys.in("CL", State.UNDER_REVIEW);
        for (var login : List.of("coordinator.bo", "member.bo", "evaluator.b")) {
            var before = seen(login, code);
            claimed(code);
            assertThat(seen(login, code)).as(login).isEqualTo(before);
            require(200, journeys.decide(code, "RETURNED"));
            assertThat(seen(login, code)).as(login).isEqualTo(before);
            assertThat(String.join(" ", seen(login, code).values())).doesNotContain(canary);
            require(
                    200,
                    api.as("coordinator.cl")
                            .post(action(code, "withdraw-claim"), Map.of("reason", canary + " reason")));
            assertThat(seen(login, code)).as(login).isEqualTo(before);
        }
    }

    /** What she looks for is shown to her again, so she looks for all but the end of it. */
    private static String part(String word) {
        return word.substring(0, word.length() - 1);
    }

    private void notices(String login, String code) {
        var before = seen(login, code);
        var team = api.as("coordinator.cl");
        var proposed = team.get(at(code)).json().path("state").asString().equals("PROPOSED");

        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", canary + " title");
        fields.put("addressee", canary + " addressee");
        fields.put("reading", canary + " reading");
        fields.put("themes", List.of("drugs"));
        fields.put("targetDate", "2020-01-01");
        fields.put("priority", true);
        require(200, journeys.edit(code, fields));
        assertThat(seen(login, code)).isEqualTo(before);

        require(201, team.post(at(code) + "/markers", Map.of("text", canary + " marker")));
        var evidence = require(
                        201,
                        team.post(
                                at(code) + "/evidence",
                                Map.of(
                                        "type",
                                        "LAW",
                                        "strength",
                                        "A",
                                        "title",
                                        canary + " document",
                                        "issuer",
                                        canary + " issuer",
                                        "url",
                                        "https://example.org/" + canary,
                                        "visibility",
                                        "FUNDER")))
                .json();
        assertThat(evidence.path("visibility").asString()).isEqualTo("NETWORK");
        assertThat(evidence.path("requestedVisibility").asString()).isEqualTo("FUNDER");
        assertThat(seen(login, code)).isEqualTo(before);

        for (var visibility : List.of("TEAM", "NETWORK")) {
            require(
                    200,
                    team.post(action(code, "comment"), Map.of("text", canary + " comment", "visibility", visibility)));
        }
        if (!proposed) {
            require(200, api.as("member.cl").post(action(code, "report-progress"), Map.of("note", canary + " draft")));
            require(
                    200,
                    team.post(
                            action(code, "report-progress"),
                            Map.of("note", canary + " note", "level", "STARTED", "visibility", "NETWORK")));
            require(
                    200,
                    team.post(
                            action(code, "record-position"),
                            Map.of("position", "REJECTED", "on", "2026-01-01", "source", canary + " source")));
        }
        assertThat(seen(login, code)).isEqualTo(before);

        claimed(code);
        assertThat(seen(login, code)).isEqualTo(before);
        require(
                200,
                api.as("director.a")
                        .post(action(code, "decide"), Map.of("outcome", "RETURNED", "reason", canary + " reason")));
        assertThat(seen(login, code)).isEqualTo(before);
        assertThat(String.join(" ", before.values())).doesNotContain(canary).doesNotContain("RETURNED");
        assertRefusalsSayNothing(login, code, evidence.path("id").asString());

        require(200, journeys.claim(code, proposed ? State.UNDER_REVIEW : State.ADOPTED));
        require(200, journeys.decide(code, "CONFIRMED"));
        assertThat(seen(login, code)).isNotEqualTo(before);
    }

    private void assertRefusalsSayNothing(String login, String code, String evidence) {
        var funder = api.as(login);
        for (var refused : List.of(
                funder.post(action(code, "claim"), Map.of("to", "CLOSED")),
                funder.post(action(code, "decide"), Map.of("outcome", "CONFIRMED")),
                funder.post(action(code, "withdraw-claim"), Map.of("reason", "x")),
                funder.post(action(code, "comment"), Map.of("text", "x")),
                funder.post(at(code) + "/evidence/" + evidence + "/release", Map.of("visibility", "PUBLIC")),
                funder.post(at(code) + "/evidence/" + UUID.randomUUID() + "/release", Map.of("visibility", "PUBLIC")),
                funder.with("If-Match", "\"v0\"").patch(at(code), Map.of("title", "x")))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(403);
            assertThat(refused.text()).doesNotContain(canary).doesNotContainIgnoringCase("review");
        }
    }

    /** Claims in words of its own, on a document that the team alone may see. */
    private void claimed(String code) {
        var now = State.valueOf(
                api.as("coordinator.cl").get(at(code)).json().path("state").asString());
        var to = now == State.PROPOSED ? State.UNDER_REVIEW : State.ADOPTED;
        var body = new LinkedHashMap<String, Object>();
        body.put("to", to.name());
        body.put("occurredOn", "2026-01-01");
        body.put("delivered", Map.of("on", "2026-01-01", "how", canary + " delivery"));
        body.put("evidence", List.of(journeys.evidence(code, "A", "TEAM")));
        body.put("statement", canary + " statement");
        require(200, api.as("coordinator.cl").post(action(code, "claim"), body));
    }

    /** Every reading address, of the API and of pages, with every order and filter, and the tags of what it answers. */
    private Map<String, String> seen(String login, String code) {
        var paths = new ArrayList<String>();
        for (var pattern : readingAddresses()) {
            var path = pattern.replace("{code}", code);
            for (var query : path.endsWith("/recommendations") || path.equals("/search") ? queries : List.of("")) {
                paths.add(path + query);
            }
        }
        return paths.parallelStream().collect(Collectors.toConcurrentMap(path -> path, path -> seenAt(path, login)));
    }

    private String seenAt(String path, String login) {
        var answer = callers.send(login, "GET", path, Map.of(), null);
        return answer.reason() + " " + answer.header("ETag") + " " + lasting(answer.text());
    }

    /** Without what is another with every page: the form's token, the hour, the request's own number. */
    private static String lasting(String text) {
        return text.replaceAll("hx-headers=\"[^\"]*\"", "")
                .replaceAll("name=\"_(csrf|once|by)\" value=\"[^\"]*\"", "")
                .replaceAll("\\b\\d?\\d [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d", "")
                // When a workbook or a package of data was made.
                .replaceAll(
                        "(created\" ?: ?\"|W3CDTF\">|written-at</t></is></c>.{1,60}<t>)\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z",
                        "$1")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}(?=</code>)", "");
    }

    private TreeSet<String> readingAddresses() {
        var patterns = new TreeSet<String>();
        new Addresses(mappings)
                .all().keySet().stream()
                        .filter(address -> address.startsWith("GET "))
                        .map(address -> address.substring("GET ".length()))
                        .filter(pattern -> !pattern.replace("{code}", "").contains("{"))
                        .filter(pattern ->
                                !Set.of("/login", "/error").contains(pattern) && !pattern.contains("openapi"))
                        .forEach(patterns::add);
        assertThat(patterns).hasSizeGreaterThan(20);
        return patterns;
    }
}
