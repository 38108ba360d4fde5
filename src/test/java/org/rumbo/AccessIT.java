package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.recommendation.State;
import org.rumbo.team.ExpectedAccess;
import org.rumbo.team.Needs;
import org.rumbo.testing.Api;
import org.rumbo.testing.Api.Answer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The access matrix over real HTTP with the real filters: everybody tries everything in every state, and gets what the
 * signed-off table says. A permitted attempt is one whose content is refused, so that it leaves the item where it is.
 */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final String ITEM = "/api/v1/recommendations/{code}";
    private static final String REPORTS = "/api/v1/reports";
    private static final String ACTION = ITEM + "/actions/";
    private static final ExpectedAccess EXPECTED = new ExpectedAccess();

    /** One way of asking for something: which rows of the matrix must allow it, one after the other, and with which body. */
    record Attempt(
            String endpoint, List<String> actions, @Nullable Object body) {
        @Override
        public String toString() {
            return endpoint + " " + actions;
        }

        String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }

        String path() {
            return endpoint.substring(endpoint.indexOf(' ') + 1 + Api.BASE.length());
        }
    }

    private static Attempt get(String path, String action) {
        return new Attempt("GET " + path, List.of(action), null);
    }

    private static Attempt post(String path, String action, Object body) {
        return new Attempt("POST " + path, List.of(action), body);
    }

    private static Attempt patch(String path, Object body, String... actions) {
        return new Attempt("PATCH " + path, List.of(actions), body);
    }

    /** Everything that is asked of one item. */
    static Stream<Attempt> ofAnItem() {
        return Stream.of(
                get(ITEM, "item.read.released"),
                get(ITEM + "/history", "history.read.released"),
                get(ITEM + "/process", "process.read"),
                get(ITEM + "/process.svg", "process.read"),
                patch(ITEM, Map.of("title", ""), "item.edit"),
                patch(ITEM, Map.of("reading", "Adopted once the law is in force"), "item.edit", "item.edit.reading"),
                post(ITEM + "/markers", "marker.edit", Map.of("text", "")),
                patch(ITEM + "/markers/{id}", Map.of("met", true, "metOn", "2999-01-01"), "marker.met"),
                patch(ITEM + "/markers/{id}", Map.of("text", "Reworded"), "marker.edit"),
                post(ITEM + "/evidence", "evidence.add", Map.of("type", "LAW", "strength", "A", "title", "")),
                post(ITEM + "/evidence/{id}/release", "evidence.release", Map.of("visibility", "TEAM")),
                post(ACTION + "claim", "claim.make", Map.of("to", "CLOSED")),
                post(ACTION + "withdraw-claim", "claim.withdraw", Map.of("reason", "")),
                post(ACTION + "decide", "claim.decide", Map.of("outcome", "RETURNED")),
                post(ACTION + "reopen", "item.reopen", Map.of("to", "CLOSED")),
                post(ACTION + "record-position", "position.record", Map.of("position", "ACCEPTED")),
                post(ACTION + "report-progress", "progress.draft", Map.of("note", "")),
                // Who may draft is asked before who may publish a draft.
                new Attempt(
                        "POST " + ACTION + "report-progress",
                        List.of("progress.draft", "progress.report"),
                        Map.of("draft", UUID.randomUUID().toString())),
                post(ACTION + "comment", "comment.add", Map.of("text", "", "visibility", "TEAM")),
                post(ACTION + "comment", "comment.add.network", Map.of("text", "", "visibility", "NETWORK")),
                post(ACTION + "assign-evaluators", "evaluators.assign", Map.of("evaluators", List.of())),
                post(ACTION + "rate", "evaluation.rate", Map.of("ratings", List.of())),
                post(ACTION + "approve-evaluation", "evaluation.approve", Map.of("outcome", "CANCELLED")));
    }

    /** What concerns no single item. */
    static Stream<Attempt> ofTheNetwork() {
        return Stream.of(
                get("/api/v1/recommendations", "item.read.released"),
                get("/api/v1/tasks", "self.manage"),
                get("/api/v1/summary", "summary.read"),
                get(REPORTS, "report.read"),
                get(REPORTS + "/{id}", "report.read"),
                get(REPORTS + "/{id}.json", "report.read"),
                get(REPORTS + "/{id}.csv", "report.read"),
                get(REPORTS + "/{id}.html", "report.read"),
                get(REPORTS + "/implementation", "report.asof"),
                get(REPORTS + "/implementation.json", "report.asof"),
                get(REPORTS + "/implementation.csv", "report.asof"),
                post(REPORTS, "report.publish", Map.of()),
                post("/api/v1/recommendations", "item.propose", Map.of("country", "PE", "title", "", "summary", "")));
    }

    /** Who tries: a column of the table and a login that is in it. */
    private static final Map<String, List<String>> CALLERS = callers();

    private static Map<String, List<String>> callers() {
        var callers = new LinkedHashMap<String, List<String>>();
        callers.put("TM own", List.of("member.pe"));
        callers.put("TM oth", List.of("member.bo"));
        callers.put("CC own", List.of("coordinator.pe"));
        callers.put("CC oth", List.of("coordinator.bo"));
        callers.put("ND", List.of("director.b"));
        callers.put("EV", List.of("evaluator.a", "evaluator.b"));
        callers.put("FU", List.of("funder"));
        callers.put("AU", List.of("auditor"));
        callers.put("AD", List.of("admin"));
        callers.put("AN", List.of("anonymous"));
        return callers;
    }

    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final RequestMappingHandlerMapping mappings;
    private final Map<State, Item> items = new EnumMap<>(State.class);
    private final Map<State, Item> itemsOfPaper = new EnumMap<>(State.class);

    private String report = "";

    record Item(String code, State state, boolean ofPaper, String marker, String evidence) {}

    AccessIT(Api api, Journeys journeys, Records records, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.mappings = requestMappingHandlerMapping;
    }

    /** One item per state; the evaluator a is assigned to the implemented and to the evaluated one. */
    @BeforeAll
    void prepare() {
        assertThat(CALLERS.keySet()).containsExactlyElementsOf(ExpectedAccess.COLUMNS);
        for (var state : State.values()) {
            var code = journeys.in("PE", state);
            items.put(state, planted(code, state, false));
        }
        require(200, journeys.assign(code(State.IMPLEMENTED), "evaluator.a"));
        report = require(201, api.as("director.a").post("/reports", Map.of()))
                .json()
                .path("id")
                .asString();
        itemsOfPaper.put(State.PROPOSED, planted("SPN-2019-PE-d", State.PROPOSED, true));
    }

    private Item planted(String code, State state, boolean ofPaper) {
        var team = api.as("coordinator.pe");
        require(
                200,
                team.post(
                        action(code, "comment"), Map.of("text", "canary " + UUID.randomUUID(), "visibility", "TEAM")));
        var marker = "";
        for (var known : team.get(at(code)).json().path("markers")) {
            marker = known.path("id").asString();
        }
        if (marker.isEmpty()) {
            marker = require(201, team.post(at(code) + "/markers", Map.of("text", "canary marker")))
                    .json()
                    .path("id")
                    .asString();
        }
        var evidence = "";
        for (var known : team.get(at(code)).json().path("evidence")) {
            evidence = known.path("id").asString();
        }
        if (evidence.isEmpty() && state != State.CLOSED) {
            evidence = journeys.evidence(code, "D");
        }
        return new Item(
                code,
                state,
                ofPaper,
                marker,
                evidence.isEmpty() ? UUID.randomUUID().toString() : evidence);
    }

    private String code(State state) {
        return Objects.requireNonNull(items.get(state)).code();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofAnItem")
    void everybodyGetsWhatTheTableSaysInEveryState(Attempt attempt) {
        for (var item : items.values()) {
            tryAll(attempt, item);
        }
        for (var item : itemsOfPaper.values()) {
            tryAll(attempt, item);
        }
    }

    private void tryAll(Attempt attempt, Item item) {
        CALLERS.forEach((column, logins) -> logins.forEach(login -> {
            var assigned = login.equals("evaluator.a")
                    && !item.ofPaper()
                    && Set.of(State.IMPLEMENTED, State.EVALUATED).contains(item.state());
            var label = login + " " + attempt + " " + item.state() + (item.ofPaper() ? " of paper" : "");
            check(label, attempt, column, login, item, assigned);
        }));
    }

    private void check(String label, Attempt attempt, String column, String login, Item item, boolean assigned) {
        var before = records.events();
        var answer = call(attempt, login, item);
        var expected = expected(attempt, column, item, assigned);
        var unknownEvidence = item.state() == State.CLOSED && attempt.endpoint().contains("/evidence/{id}");
        if (expected.equals("permitted")) {
            assertThat(answer.status()).as(label + answer.text()).isNotIn(401, 405, 500, 400);
            if (!unknownEvidence) {
                assertThat(answer.status()).as(label + answer.text()).isNotEqualTo(404);
            }
            assertThat(answer.problem()).as(label).isNotIn("not-permitted", "wrong-state");
        } else {
            assertThat(answer.status() + " " + answer.problem()).as(label).isEqualTo(expected);
            assertThat(answer.text()).as(label).doesNotContain("canary");
            assertThat(records.events()).as(label).isEqualTo(before);
        }
    }

    private static String expected(Attempt attempt, String column, Item item, boolean assigned) {
        if (column.equals("AN")) {
            return "401 not-signed-in";
        }
        if (!EXPECTED.allows(asked("item.read.released", column, item, assigned))) {
            return "404 not-found";
        }
        for (var action : attempt.actions()) {
            var asked = asked(action, column, item, assigned);
            if (!EXPECTED.allowsInSomeState(asked)) {
                return "403 not-permitted";
            }
            if (!EXPECTED.allows(asked)) {
                return "409 wrong-state";
            }
        }
        return "permitted";
    }

    private static ExpectedAccess.Case asked(String action, String column, Item item, boolean assigned) {
        return new ExpectedAccess.Case(action, column, item.state().letter(), assigned, item.ofPaper());
    }

    private Answer call(Attempt attempt, String login, Item item) {
        var path = attempt.path()
                .replace("{code}", item.code())
                .replace("reports/{id}", "reports/" + report)
                .replace("{id}", attempt.endpoint().contains("/markers/") ? item.marker() : item.evidence());
        var caller = login.equals("anonymous") ? api.anonymous() : api.as(login);
        return caller.with("If-Match", "*").send(attempt.method(), path, attempt.body());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTheNetwork")
    void everybodyGetsWhatTheTableSaysOfTheNetwork(Attempt attempt) {
        var item = Objects.requireNonNull(items.get(State.PROPOSED));
        CALLERS.forEach((column, logins) -> logins.forEach(login -> {
            var answer = call(attempt, login, item);
            var action = attempt.actions().get(0);
            // Whoever is of a team asks for her own country, but for a proposal, which names one.
            var as = action.equals("item.propose") ? column : column.replace(" oth", " own");
            var allowed = EXPECTED.allowsInSomeState(asked(action, as, item, false))
                    || EXPECTED.allowsInSomeState(new ExpectedAccess.Case(action, as, 'P', true, true));
            if (column.equals("AN")) {
                assertThat(answer.status()).as(login).isEqualTo(401);
            } else if (allowed) {
                assertThat(answer.status()).as(login + answer.text()).isIn(200, 201, 422);
            } else {
                assertThat(answer.status() + " " + answer.problem()).as(login).isEqualTo("403 not-permitted");
            }
        }));
    }

    @Test
    void everyAddressOfTheApiIsTriedHere() {
        var tried =
                Stream.concat(ofAnItem(), ofTheNetwork()).map(Attempt::endpoint).collect(Collectors.toSet());
        assertThat(addresses().keySet()).isEqualTo(new TreeSet<>(tried));
    }

    /** The row that a handler names is the one, or one of those, that it was tried for. */
    @Test
    void everyHandlerNamesItsRow() {
        var rows = new LinkedHashMap<String, Set<String>>();
        Stream.concat(ofAnItem(), ofTheNetwork())
                .forEach(attempt -> rows.computeIfAbsent(attempt.endpoint(), endpoint -> new TreeSet<>())
                        .addAll(attempt.actions()));
        addresses().forEach((endpoint, needed) -> assertThat(rows.getOrDefault(endpoint, Set.of()))
                .as(endpoint)
                .contains(needed));
    }

    private Map<String, String> addresses() {
        var addresses = new java.util.TreeMap<String, String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var needs = handler.getMethodAnnotation(Needs.class);
            var ours = handler.getBeanType().getPackageName().startsWith("org.rumbo");
            for (var pattern : new ArrayList<>(mapping.getPatternValues())) {
                if (ours && pattern.startsWith("/api/")) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> addresses.put(
                                    method + " " + Api.plain(pattern),
                                    needs == null ? "" : needs.value().key()));
                }
            }
        });
        return addresses;
    }
}
