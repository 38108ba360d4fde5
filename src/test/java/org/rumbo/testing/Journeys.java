package org.rumbo.testing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.rumbo.evaluation.Criterion;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api.Answer;

/** Takes recommendations along their route, the way people do: over REST, each step by who may take it. */
public final class Journeys {
    private final Api api;
    private final TimeMachine clock;

    Journeys(Api api, TimeMachine clock) {
        this.api = api;
        this.clock = clock;
    }

    public static String at(String code) {
        return "/recommendations/" + code;
    }

    public static String action(String code, String action) {
        return at(code) + "/actions/" + action;
    }

    public static String coordinatorOf(String codeOrCountry) {
        return "coordinator." + countryOf(codeOrCountry);
    }

    public static String memberOf(String codeOrCountry) {
        return "member." + countryOf(codeOrCountry);
    }

    private static String countryOf(String codeOrCountry) {
        var parts = codeOrCountry.split("-");
        return (parts.length > 2 ? parts[2] : codeOrCountry).toLowerCase(Locale.ROOT);
    }

    public LocalDate today() {
        return clock.instant().atZone(ZoneOffset.ofHours(-5)).toLocalDate();
    }

    /** The import of a paper with that key, given up at once. */
    public String givenUpImport(String key) {
        var director = api.as("director.a");
        var id = require(202, SamplePaper.handIn(director, SamplePaper.text(), key))
                .json()
                .path("id")
                .asString();
        require(200, director.post("/imports/" + id + "/cancel", Map.of()));
        return id;
    }

    /** A team's own new proposal. */
    public String proposed(String country) {
        return proposed(country, "A proposal " + UUID.randomUUID());
    }

    public String proposed(String country, String title) {
        var answer = api.as(coordinatorOf(country))
                .post(
                        "/recommendations",
                        Map.of("country", country, "title", title, "summary", "What should be done", "language", "es"));
        require(201, answer);
        return answer.json().path("code").asString();
    }

    /** A team's own new item, taken to that state. */
    public String in(String country, State state) {
        var code = proposed(country);
        makeTrackable(code);
        switch (state) {
            case PROPOSED -> {}
            case UNDER_REVIEW -> reach(code, State.UNDER_REVIEW);
            case ADOPTED -> reach(code, State.UNDER_REVIEW, State.ADOPTED);
            case IMPLEMENTED -> reach(code, State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED);
            case EVALUATED -> {
                reach(code, State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED);
                evaluate(code, "evaluator.a");
            }
            case CLOSED -> reach(code, State.UNDER_REVIEW, State.CLOSED);
        }
        return code;
    }

    /** Fills in what an item needs before it can be put before its addressee. */
    public void makeTrackable(String code) {
        var team = api.as(coordinatorOf(code));
        require(200, edit(code, trackable()));
        require(201, team.post(at(code) + "/markers", Map.of("text", "A law is in the gazette", "ambition", "EXPECT")));
    }

    public Map<String, Object> trackable() {
        return Map.of(
                "addressee",
                "Ministry of the Interior",
                "reading",
                "Adopted once the law is in force",
                "themes",
                List.of("rights"),
                "targetDate",
                today().plusYears(1).toString());
    }

    /** Changes fields on the newest version. */
    public Answer edit(String code, Map<String, ?> fields) {
        var team = api.as(coordinatorOf(code));
        return team.with("If-Match", team.get(at(code)).tag()).patch(at(code), fields);
    }

    public void reach(String code, State... route) {
        for (var state : route) {
            if (state == State.IMPLEMENTED) {
                meetAllMarkers(code);
            }
            require(200, claim(code, state));
            require(200, decide(code, "CONFIRMED"));
        }
    }

    public void meetAllMarkers(String code) {
        var team = api.as(coordinatorOf(code));
        for (var marker : team.get(at(code)).json().path("markers")) {
            if (!marker.path("met").asBoolean()) {
                require(
                        200,
                        team.patch(at(code) + "/markers/" + marker.path("id").asString(), Map.of("met", true)));
            }
        }
    }

    public Answer claim(String code, State to) {
        return api.as(coordinatorOf(code)).post(action(code, "claim"), claimBody(code, to));
    }

    /** A claim that meets every rule of its target; cites a new document where one is needed. */
    public Map<String, Object> claimBody(String code, State to) {
        var now = State.valueOf(
                api.as(coordinatorOf(code)).get(at(code)).json().path("state").asString());
        var goesBack = to != State.CLOSED && to.ordinal() < now.ordinal();
        var body = new LinkedHashMap<String, Object>();
        body.put("to", to.name());
        body.put("occurredOn", today().minusDays(1).toString());
        body.put("statement", "It happened as the paper said");
        body.put("contribution", "CITED");
        if (goesBack) {
            body.put("level", "REVERSED");
            body.put("evidence", List.of(evidence(code, "B")));
        } else if (to == State.UNDER_REVIEW) {
            body.put("delivered", Map.of("on", today().minusDays(1).toString(), "how", "By letter"));
        } else if (to == State.CLOSED) {
            body.put("closeReason", "NOT_ADOPTED");
        } else {
            body.put("evidence", List.of(evidence(code, "A")));
            if (to == State.IMPLEMENTED) {
                body.put("level", "FULL");
            }
        }
        return body;
    }

    public String evidence(String code, String strength) {
        return evidence(code, strength, "NETWORK");
    }

    public String evidence(String code, String strength, String visibility) {
        var answer = api.as(coordinatorOf(code)).post(at(code) + "/evidence", document(strength, visibility));
        require(201, answer);
        return answer.json().path("id").asString();
    }

    public Map<String, Object> document(String strength, String visibility) {
        return Map.of(
                "type",
                "LAW",
                "title",
                "Law 1",
                "issuer",
                "Congress",
                "date",
                today().minusDays(2).toString(),
                "language",
                "es",
                "url",
                "https://example.org/law",
                "strength",
                strength,
                "visibility",
                visibility);
    }

    /** Something that is counted about an item, once. */
    public void counted(String code, String name, String source) {
        var team = api.as(coordinatorOf(code));
        var indicator = Map.of(
                "name",
                name,
                "unit",
                "offices",
                "baseline",
                1,
                "baselineOn",
                "2026-01-01",
                "target",
                12,
                "targetOn",
                "2027-12-31");
        var id = require(201, team.post(at(code) + "/indicators", indicator))
                .json()
                .path("id")
                .asString();
        require(
                200,
                team.post(
                        at(code) + "/indicators/" + id + "/values",
                        Map.of("amount", 3, "on", "2026-02-01", "source", source)));
    }

    public Answer decide(String code, String outcome) {
        var body = new LinkedHashMap<String, Object>();
        body.put("outcome", outcome);
        if (!outcome.equals("CONFIRMED")) {
            body.put("reason", "Something is missing");
        }
        if (outcome.equals("DISAGREED")) {
            body.put("level", "STARTED");
        }
        return api.as("director.a").post(action(code, "decide"), body);
    }

    public void evaluate(String code, String... evaluators) {
        require(200, assign(code, evaluators));
        for (var evaluator : evaluators) {
            require(200, rate(code, evaluator, 2));
        }
        require(200, approve(code, "APPROVED"));
    }

    public Answer assign(String code, String... evaluators) {
        return api.as("director.a").post(action(code, "assign-evaluators"), Map.of("evaluators", List.of(evaluators)));
    }

    public Answer rate(String code, String evaluator, int score) {
        return api.as(evaluator).post(action(code, "rate"), ratings(score));
    }

    public static Map<String, Object> ratings(int score) {
        var ratings = new ArrayList<Map<String, Object>>();
        Arrays.stream(Criterion.values())
                .forEach(criterion -> ratings.add(
                        Map.of("criterion", criterion.name(), "score", score, "narrative", "As the documents show")));
        return Map.of("ratings", ratings, "lessons", "Ask early");
    }

    public Answer approve(String code, String outcome) {
        return api.as("director.a")
                .post(action(code, "approve-evaluation"), Map.of("outcome", outcome, "reason", "Well founded"));
    }

    /** Fails where a step was not taken, and says what the server said. */
    public static Answer require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("Expected " + status + ", was " + answer.status() + ": " + answer.text());
        }
        return answer;
    }
}
