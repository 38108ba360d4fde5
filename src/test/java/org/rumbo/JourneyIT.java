package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Api.Answer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import tools.jackson.databind.JsonNode;

/** The route of a recommendation over REST, each step refused first for every reason that it can be refused for. */
@RumboTest
class JourneyIT {
    private static final String TEAM = "coordinator.pe";
    private static final String DIRECTOR = "director.a";

    private final Api api;
    private final Journeys journeys;
    private final Records records;

    JourneyIT(Api api, Journeys journeys, Records records) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
    }

    @Test
    void fromTheProposalToTheEvaluation() {
        var code = journeys.proposed("PE");
        assertState(code, State.PROPOSED);
        journeys.makeTrackable(code);

        require(200, journeys.claim(code, State.UNDER_REVIEW));
        assertState(code, State.PROPOSED);
        require(200, journeys.decide(code, "CONFIRMED"));
        assertState(code, State.UNDER_REVIEW);

        journeys.reach(code, State.ADOPTED);
        assertState(code, State.ADOPTED);
        journeys.reach(code, State.IMPLEMENTED);
        assertState(code, State.IMPLEMENTED);
        assertThat(item(code).path("level").path("validated").asString()).isEqualTo("FULL");

        require(200, journeys.assign(code, "evaluator.a", "evaluator.b"));
        require(200, journeys.rate(code, "evaluator.a", 1));
        assertRefused(409, "ratings-missing", code, () -> journeys.approve(code, "APPROVED"));
        require(200, journeys.rate(code, "evaluator.b", 2));
        require(200, journeys.approve(code, "APPROVED"));
        assertState(code, State.EVALUATED);
        assertThat(item(code).path("rating").asInt()).isEqualTo(2);

        assertThat(acts(code))
                .containsExactly(
                        "item.create",
                        "item.edit",
                        "marker.edit",
                        "claim.make",
                        "claim.confirm",
                        "evidence.add",
                        "claim.make",
                        "claim.confirm",
                        "marker.met",
                        "evidence.add",
                        "claim.make",
                        "claim.confirm",
                        "evaluators.assign",
                        "evaluation.rate",
                        "evaluation.rate",
                        "evaluation.approve");
    }

    @Test
    void deliveryNeedsAnItemThatCanBeTracked() {
        var code = journeys.proposed("PE");
        var body = new LinkedHashMap<>(journeys.claimBody(code, State.UNDER_REVIEW));
        body.remove("delivered");
        var refused = assertRefused(422, "rules-not-met", code, () -> claim(code, body));
        assertThat(refused.rules())
                .containsExactlyInAnyOrder(
                        "addressee-required",
                        "reading-required",
                        "marker-required",
                        "target-date-required",
                        "theme-required",
                        "delivery-required");
        assertThat(refused.json().path("violations").get(0).path("message").asString())
                .isNotBlank();
    }

    @Test
    void adoptionNeedsADatedActOfStrengthAOrB() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var weak = new LinkedHashMap<>(journeys.claimBody(code, State.ADOPTED));
        weak.put("evidence", List.of(journeys.evidence(code, "C")));
        weak.remove("occurredOn");
        var refused = assertRefused(422, "rules-not-met", code, () -> claim(code, weak));
        assertThat(refused.rules()).containsExactlyInAnyOrder("strength-a-or-b", "date-of-the-act");

        var foreign = new LinkedHashMap<>(journeys.claimBody(code, State.ADOPTED));
        foreign.put("evidence", List.of(journeys.evidence(journeys.in("PE", State.UNDER_REVIEW), "A")));
        refused = assertRefused(422, "rules-not-met", code, () -> claim(code, foreign));
        assertThat(refused.rules()).contains("evidence-of-this-recommendation");

        var future = new LinkedHashMap<>(journeys.claimBody(code, State.ADOPTED));
        future.put("occurredOn", journeys.today().plusDays(2).toString());
        refused = assertRefused(422, "rules-not-met", code, () -> claim(code, future));
        assertThat(refused.rules()).containsExactly("not-in-the-future");
    }

    @Test
    void implementationNeedsEveryExpectedMarker() {
        var code = journeys.in("PE", State.ADOPTED);
        var body = new LinkedHashMap<>(journeys.claimBody(code, State.IMPLEMENTED));
        body.put("level", "PARTIAL");
        body.remove("statement");
        body.remove("contribution");
        var refused = assertRefused(422, "rules-not-met", code, () -> claim(code, body));
        assertThat(refused.rules())
                .containsExactlyInAnyOrder(
                        "every-expect-marker-met",
                        "level-largely-or-full",
                        "statement-required",
                        "contribution-required");
    }

    @Test
    void noClaimLeadsPastTheTable() {
        for (var from : State.values()) {
            var code = journeys.in("PE", from);
            for (var to : State.values()) {
                if (!from.claimable().contains(to)) {
                    var type = from == State.CLOSED ? "wrong-state" : "transition-not-allowed";
                    var refused = assertRefused(409, type, code, () -> claim(code, Map.of("to", to.name())));
                    assertThat(refused.json().path("state").asString()).isEqualTo(from.name());
                }
            }
        }
    }

    @Test
    void whoMadeTheClaimNeverDecidesIt() {
        var code = journeys.in("PE", State.PROPOSED);
        require(200, api.as("both.pe").post(action(code, "claim"), journeys.claimBody(code, State.UNDER_REVIEW)));
        assertThat(api.as("both.pe").get(at(code)).strings("actions")).doesNotContain("decide");
        for (var outcome : List.of("CONFIRMED", "RETURNED", "DISAGREED")) {
            assertRefused(403, "own-claim", code, () -> api.as("both.pe")
                    .post(action(code, "decide"), Map.of("outcome", outcome)));
        }
        require(200, journeys.decide(code, "RETURNED"));
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        assertRefused(403, "own-claim", code, () -> api.as("both.pe")
                .post(action(code, "decide"), Map.of("outcome", "CONFIRMED")));
        require(200, journeys.decide(code, "CONFIRMED"));
    }

    @Test
    void whoAddedTheDecisiveEvidenceNeverDecides() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var mine = require(201, api.as("both.pe").post(at(code) + "/evidence", journeys.document("A", "NETWORK")))
                .json()
                .path("id")
                .asString();
        var body = new LinkedHashMap<>(journeys.claimBody(code, State.ADOPTED));
        body.put("evidence", List.of(mine));
        require(200, claim(code, body));
        assertRefused(403, "own-evidence", code, () -> api.as("both.pe")
                .post(action(code, "decide"), Map.of("outcome", "CONFIRMED")));
        require(200, journeys.decide(code, "CONFIRMED"));
    }

    @Test
    void aReturnedClaimComesBackAndAnotherOneDoesNot() {
        var code = journeys.in("PE", State.PROPOSED);
        assertRefused(409, "no-claim-under-review", code, () -> journeys.decide(code, "CONFIRMED"));
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        assertRefused(409, "claim-open", code, () -> journeys.claim(code, State.CLOSED));
        assertRefused(422, "rules-not-met", code, () -> api.as(DIRECTOR)
                .post(action(code, "decide"), Map.of("outcome", "RETURNED")));
        require(200, journeys.decide(code, "RETURNED"));
        assertThat(item(code).path("claim").path("status").asString()).isEqualTo("RETURNED");
        assertThat(tasks(TEAM, code)).containsExactly("COMPLETE_CLAIM");
        assertThat(tasks(DIRECTOR, code)).isEmpty();
        assertRefused(409, "no-claim-under-review", code, () -> journeys.decide(code, "CONFIRMED"));

        require(200, journeys.claim(code, State.CLOSED));
        assertThat(tasks(DIRECTOR, code)).containsExactly("REVIEW_CLAIM");
        require(200, journeys.decide(code, "CONFIRMED"));
        assertState(code, State.CLOSED);
        assertThat(item(code).path("closeReason").asString()).isEqualTo("NOT_ADOPTED");
    }

    @Test
    void aClaimIsTakenBack() {
        var code = journeys.in("PE", State.PROPOSED);
        assertRefused(409, "no-open-claim", code, () -> api.as(TEAM)
                .post(action(code, "withdraw-claim"), Map.of("reason", "none there")));
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        assertRefused(422, "rules-not-met", code, () -> api.as(TEAM).post(action(code, "withdraw-claim"), Map.of()));
        require(200, api.as(TEAM).post(action(code, "withdraw-claim"), Map.of("reason", "too early")));
        assertState(code, State.PROPOSED);
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        require(200, journeys.decide(code, "RETURNED"));
        require(200, api.as(TEAM).post(action(code, "withdraw-claim"), Map.of("reason", "still too early")));
        assertThat(tasks(TEAM, code)).containsExactly("DELIVER");
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        require(200, journeys.decide(code, "CONFIRMED"));
    }

    @Test
    void aDisputedClaimLeavesTheStateAndSetsTheLevel() {
        var code = journeys.in("PE", State.ADOPTED);
        journeys.meetAllMarkers(code);
        require(200, journeys.claim(code, State.IMPLEMENTED));
        var refused = assertRefused(422, "rules-not-met", code, () -> api.as(DIRECTOR)
                .post(action(code, "decide"), Map.of("outcome", "DISAGREED", "reason", "no", "level", "FULL")));
        assertThat(refused.rules()).containsExactly("level-other-than-claimed");
        refused = assertRefused(422, "rules-not-met", code, () -> api.as(DIRECTOR)
                .post(action(code, "decide"), Map.of("outcome", "DISAGREED", "reason", "no")));
        assertThat(refused.rules()).containsExactly("level-required");
        require(200, journeys.decide(code, "DISAGREED"));
        assertState(code, State.ADOPTED);
        assertThat(item(code).path("level").path("self").asString()).isEqualTo("FULL");
        assertThat(item(code).path("level").path("validated").asString()).isEqualTo("STARTED");
        require(200, journeys.claim(code, State.IMPLEMENTED));
    }

    @Test
    void anotherValidatedLevelNeedsAReason() {
        var code = journeys.in("PE", State.ADOPTED);
        journeys.meetAllMarkers(code);
        require(200, journeys.claim(code, State.IMPLEMENTED));
        var refused = assertRefused(422, "rules-not-met", code, () -> api.as(DIRECTOR)
                .post(action(code, "decide"), Map.of("outcome", "CONFIRMED", "level", "LARGELY")));
        assertThat(refused.rules()).containsExactly("reason-required");
        require(
                200,
                api.as(DIRECTOR)
                        .post(
                                action(code, "decide"),
                                Map.of("outcome", "CONFIRMED", "level", "LARGELY", "reason", "one is open")));
        assertThat(item(code).path("level").path("validated").asString()).isEqualTo("LARGELY");
    }

    @Test
    void whatWasReachedCanBeUndone() {
        for (var from : List.of(State.ADOPTED, State.IMPLEMENTED, State.EVALUATED)) {
            var code = journeys.in("PE", from);
            var body = new LinkedHashMap<>(journeys.claimBody(code, State.UNDER_REVIEW));
            body.put("level", "PARTIAL");
            body.put("evidence", List.of());
            body.remove("statement");
            var refused = assertRefused(422, "rules-not-met", code, () -> claim(code, body));
            assertThat(refused.rules())
                    .containsExactlyInAnyOrder("level-reversed", "strength-a-b-or-c", "statement-required");
            journeys.reach(code, State.UNDER_REVIEW);
            assertState(code, State.UNDER_REVIEW);
            assertThat(item(code).path("level").path("validated").asString()).isEqualTo("REVERSED");
            journeys.reach(code, State.ADOPTED);
        }
    }

    @Test
    void closingNamesItsReason() {
        var code = journeys.in("PE", State.PROPOSED);
        var rules = new LinkedHashMap<Map<String, Object>, String>();
        rules.put(Map.of("to", "CLOSED"), "close-reason-required");
        rules.put(Map.of("to", "CLOSED", "closeReason", "SUPERSEDED"), "superseding-code-required");
        rules.put(
                Map.of("to", "CLOSED", "closeReason", "SUPERSEDED", "supersededBy", code),
                "superseding-code-of-another");
        rules.put(
                Map.of("to", "CLOSED", "closeReason", "SUPERSEDED", "supersededBy", "SPN-1999-PE-z"),
                "superseding-code-unknown");
        rules.put(
                Map.of("to", "CLOSED", "closeReason", "SUPERSEDED", "supersededBy", "no code at all"),
                "superseding-code-unknown");
        rules.put(Map.of("to", "CLOSED", "closeReason", "NO_LONGER_APPLICABLE"), "names-the-event");
        rules.forEach((body, rule) -> assertThat(assertRefused(422, "rules-not-met", code, () -> claim(code, body))
                        .rules())
                .containsExactly(rule));
        var newer = journeys.proposed("PE");
        require(200, claim(code, Map.of("to", "CLOSED", "closeReason", "SUPERSEDED", "supersededBy", newer)));
        require(200, journeys.decide(code, "CONFIRMED"));
        assertThat(item(code).path("supersededBy").asString()).isEqualTo(newer);
    }

    @Test
    void reopeningLeadsBackToWhereItWas() {
        var closed = journeys.in("PE", State.CLOSED);
        assertRefused(409, "transition-not-allowed", closed, () -> reopen(closed, State.ADOPTED));
        assertRefused(422, "rules-not-met", closed, () -> api.as(DIRECTOR)
                .post(action(closed, "reopen"), Map.of("to", "UNDER_REVIEW")));
        require(200, reopen(closed, State.UNDER_REVIEW));
        assertState(closed, State.UNDER_REVIEW);
        assertThat(item(closed).path("closeReason").isNull()).isTrue();
        journeys.reach(closed, State.ADOPTED);

        var evaluated = journeys.in("PE", State.EVALUATED);
        assertRefused(409, "transition-not-allowed", evaluated, () -> reopen(evaluated, State.PROPOSED));
        require(200, reopen(evaluated, State.IMPLEMENTED));
        assertState(evaluated, State.IMPLEMENTED);
        journeys.evaluate(evaluated, "evaluator.b");
        assertState(evaluated, State.EVALUATED);

        var open = journeys.in("PE", State.ADOPTED);
        assertRefused(409, "wrong-state", open, () -> reopen(open, State.UNDER_REVIEW));
    }

    @Test
    void anEvaluationIsReplacedReturnedAndCancelled() {
        var code = journeys.in("PE", State.IMPLEMENTED);
        assertRefused(409, "no-open-evaluation", code, () -> journeys.approve(code, "APPROVED"));
        assertRefused(422, "rules-not-met", code, () -> journeys.assign(code));
        assertRefused(422, "rules-not-met", code, () -> journeys.assign(code, "director.b"));
        assertRefused(403, "evaluator-involved", code, () -> journeys.assign(code, "evaluator.pe"));
        require(200, journeys.assign(code, "evaluator.a"));
        assertRefused(409, "evaluation-open", code, () -> journeys.claim(code, State.CLOSED));
        require(200, journeys.assign(code, "evaluator.b"));
        assertThat(tasks("evaluator.a", code)).isEmpty();
        assertThat(tasks("evaluator.b", code)).containsExactly("RATE");
        assertRefused(403, "not-permitted", code, () -> journeys.rate(code, "evaluator.a", 2));
        require(200, journeys.rate(code, "evaluator.b", 5));
        assertRefused(409, "ratings-complete", code, () -> journeys.rate(code, "evaluator.b", 1));
        assertRefused(409, "ratings-complete", code, () -> journeys.assign(code, "evaluator.a"));
        require(200, journeys.approve(code, "RETURNED"));
        assertThat(tasks("evaluator.b", code)).containsExactly("RATE");
        require(200, journeys.rate(code, "evaluator.b", 1));
        require(200, journeys.approve(code, "CANCELLED"));
        assertState(code, State.IMPLEMENTED);
        require(200, journeys.claim(code, State.CLOSED));
        require(200, journeys.decide(code, "RETURNED"));
        assertRefused(409, "claim-open", code, () -> journeys.assign(code, "evaluator.a"));
    }

    @Test
    void whoRatedDoesNotApprove() {
        var code = journeys.in("PE", State.IMPLEMENTED);
        require(200, journeys.assign(code, "director.rates"));
        require(200, journeys.rate(code, "director.rates", 2));
        assertRefused(403, "own-rating", code, () -> api.as("director.rates")
                .post(action(code, "approve-evaluation"), Map.of("outcome", "APPROVED", "reason", "mine")));
        require(200, journeys.approve(code, "APPROVED"));
    }

    @Test
    void whoActedOnTheItemBeforeDoesNotEvaluateIt() {
        var code = journeys.proposed("PE");
        journeys.makeTrackable(code);
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        require(200, api.as("director.rates").post(action(code, "decide"), Map.of("outcome", "CONFIRMED")));
        journeys.reach(code, State.ADOPTED, State.IMPLEMENTED);
        assertRefused(403, "evaluator-involved", code, () -> journeys.assign(code, "director.rates"));
    }

    @Test
    void whileADirectorLooksAtAClaimNothingOfItChanges() {
        var code = journeys.in("PE", State.PROPOSED);
        var marker = item(code).path("markers").get(0).path("id").asString();
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        assertRefused(409, "frozen-under-review", code, () -> journeys.edit(code, Map.of("title", "Other")));
        assertRefused(409, "frozen-under-review", code, () -> api.as(TEAM)
                .post(at(code) + "/markers", Map.of("text", "Another", "ambition", "LIKE")));
        assertRefused(409, "frozen-under-review", code, () -> api.as(TEAM)
                .patch(at(code) + "/markers/" + marker, Map.of("text", "Other")));
        require(200, journeys.decide(code, "RETURNED"));
        require(200, journeys.edit(code, Map.of("title", "Other")));
    }

    @Test
    void aChangeNeedsTheVersionThatItChanges() {
        var code = journeys.proposed("PE");
        assertRefused(428, "version-required", code, () -> api.as(TEAM).patch(at(code), Map.of("title", "New")));
        assertRefused(412, "version-mismatch", code, () -> api.as(TEAM)
                .with("If-Match", "\"v999\"")
                .patch(at(code), Map.of("title", "New")));
        var tag = api.as(TEAM).get(at(code)).tag();
        var changed = require(200, api.as(TEAM).with("If-Match", tag).patch(at(code), Map.of("title", "New")));
        assertThat(changed.tag()).isNotEqualTo(tag);
        assertThat(changed.json().path("title").asString()).isEqualTo("New");
        var late = assertRefused(412, "version-mismatch", code, () -> api.as(TEAM)
                .with("If-Match", tag)
                .patch(at(code), Map.of("title", "Late")));
        assertThat(late.json().path("current").asString())
                .isEqualTo(changed.tag().replace("\"", ""));
        journeys.makeTrackable(code);
        assertRefused(412, "version-mismatch", code, () -> api.as(TEAM)
                .with("If-Match", tag)
                .post(action(code, "claim"), journeys.claimBody(code, State.UNDER_REVIEW)));
    }

    @Test
    void talkLeavesTheVersionAlone() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var tag = api.as(TEAM).get(at(code)).tag();
        require(200, api.as(TEAM).post(action(code, "comment"), Map.of("text", "A word", "visibility", "TEAM")));
        require(200, api.as("member.pe").post(action(code, "report-progress"), Map.of("note", "A draft")));
        assertThat(api.as(TEAM).get(at(code)).tag()).isEqualTo(tag);
        require(
                200,
                api.as(TEAM)
                        .post(
                                action(code, "record-position"),
                                Map.of(
                                        "position",
                                        "ACCEPTED",
                                        "on",
                                        journeys.today().toString(),
                                        "source",
                                        "radio")));
        assertThat(api.as(TEAM).get(at(code)).tag()).isNotEqualTo(tag);
    }

    @Test
    void aRepeatedRequestIsAnsweredOnceAndAgain() {
        var code = journeys.in("PE", State.PROPOSED);
        var key = UUID.randomUUID().toString();
        var body = journeys.claimBody(code, State.UNDER_REVIEW);
        var caller = api.as(TEAM).with("Idempotency-Key", key);
        var first = require(200, caller.post(action(code, "claim"), body));
        var before = records.of(code);
        var again = require(200, caller.post(action(code, "claim"), body));
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.tag()).isEqualTo(first.tag());
        assertThat(records.of(code)).isEqualTo(before);

        var other = new LinkedHashMap<>(body);
        other.put("statement", "Something else");
        assertRefused(422, "idempotency-key-reused", code, () -> caller.post(action(code, "claim"), other));
        assertRefused(409, "claim-open", code, () -> api.as("both.pe")
                .with("Idempotency-Key", key)
                .post(action(code, "claim"), body));
    }

    @Test
    void aRefusedRequestMayBeSentAgainUnderItsKey() {
        var code = journeys.proposed("PE");
        var caller = api.as(TEAM).with("Idempotency-Key", UUID.randomUUID().toString());
        var body = journeys.claimBody(code, State.UNDER_REVIEW);
        assertRefused(422, "rules-not-met", code, () -> caller.post(action(code, "claim"), body));
        journeys.makeTrackable(code);
        require(200, caller.post(action(code, "claim"), body));
    }

    @Test
    void twentyAtOnceHaveOneEffect() throws Exception {
        var code = journeys.in("PE", State.PROPOSED);
        var before = records.events(code);
        var caller = api.as(TEAM).with("Idempotency-Key", UUID.randomUUID().toString());
        var body = journeys.claimBody(code, State.UNDER_REVIEW);
        var calls = new ArrayList<Callable<Answer>>();
        for (var i = 0; i < 20; i++) {
            calls.add(() -> caller.post(action(code, "claim"), body));
        }
        var pool = Executors.newFixedThreadPool(20);
        var statuses = new ArrayList<Integer>();
        try {
            for (var done : pool.invokeAll(calls)) {
                statuses.add(done.get().status());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(statuses).contains(200).allMatch(status -> Set.of(200, 409, 503)
                .contains(status));
        assertThat(records.events(code)).isEqualTo(before + 1);
        require(200, caller.post(action(code, "claim"), body));
        assertThat(records.events(code)).isEqualTo(before + 1);
    }

    private Answer claim(String code, Map<String, Object> body) {
        return api.as(TEAM).post(action(code, "claim"), body);
    }

    private Answer reopen(String code, State to) {
        return api.as(DIRECTOR).post(action(code, "reopen"), Map.of("to", to.name(), "reason", "The court said so"));
    }

    private JsonNode item(String code) {
        return require(200, api.as(TEAM).get(at(code))).json();
    }

    private void assertState(String code, State state) {
        assertThat(item(code).path("state").asString()).isEqualTo(state.name());
    }

    private List<String> acts(String code) {
        return StreamSupport.stream(
                        api.as(TEAM)
                                .get(at(code) + "/history")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .map(entry -> entry.path("action").asString())
                .toList();
    }

    private List<String> tasks(String login, String code) {
        return StreamSupport.stream(
                        api.as(login).get("/tasks").json().path("items").spliterator(), false)
                .filter(task -> task.path("code").asString().equals(code))
                .map(task -> task.path("action").asString())
                .toList();
    }

    /** The refusal is the right one, and nothing of the item's claim or process has changed. */
    private Answer assertRefused(int status, String type, String code, Supplier<Answer> call) {
        var before = records.of(code);
        var answer = call.get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(type);
        var after = records.of(code);
        // A call may have added a document to cite before it was refused: that is told, and moves nothing.
        for (var part : List.of("claims", "executions", "tasks")) {
            assertThat(after.get(part)).as(part).isEqualTo(before.get(part));
        }
        return answer;
    }
}
