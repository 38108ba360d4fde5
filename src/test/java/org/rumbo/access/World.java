package org.rumbo.access;

import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rumbo.access.Expectation.Reading;
import org.rumbo.access.Item.Planted;
import org.rumbo.recommendation.AcceptedPassage;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.Source;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.springframework.core.env.Environment;

/**
 * What rights are tried on: in each state one proposal of a team, one item of a paper and one with an assigned evaluator,
 * each with words in its confidential fields that only some may read. Made once, over REST, for all tests that ask for it.
 */
public final class World {
    private static final String COUNTRY = "PE";
    private static final Pattern NAMES = Pattern.compile(
            "(?i)\\b(coordinator|member)[. ](pe|bo|br|cl|co|ec)\\b|\\bevaluator[. ][ab]\\b|\\blooked[. ]at\\b");

    private final Api api;
    private final Journeys journeys;
    private final RecommendationEditing editing;
    private final Callers callers;
    private final String teamWord = word("team");
    private final String networkWord = word("network");
    private final Planting planting;
    private final List<Item> items = new ArrayList<>();
    private final String report;
    private final String round;
    private final String paper;
    private final String person;

    public World(
            Api api,
            Journeys journeys,
            RecommendationEditing editing,
            PlayedDirectory directory,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.editing = editing;
        this.planting = new Planting(api, journeys, teamWord, networkWord);
        this.callers = new Callers(new Wire(environment));
        this.person = directory
                .play("looked.at", PlayedDirectory.team(Role.COORDINATOR, new CountryCode(COUNTRY)))
                .toString();
        for (var state : State.values()) {
            items.add(ofTeam(state));
            items.add(ofPaper(state));
            items.add(withEvaluators(state));
        }
        this.report = require(201, api.as("director.a").post("/reports", Map.of()))
                .json()
                .path("id")
                .asString();
        this.round = closedRound();
        this.paper = journeys.givenUpImport("ACC-2019");
    }

    /** Closed at once: only one is open at a time, and others may want to open theirs. */
    private String closedRound() {
        var director = api.as("director.a");
        var day = journeys.today().plusDays(20).toString();
        var opened = require(201, director.post("/rounds", Map.of("cutOff", day, "due", day)))
                .json()
                .path("id")
                .asString();
        require(200, director.post("/rounds/" + opened + "/close", Map.of()));
        return opened;
    }

    private static String word(String kind) {
        return "canary" + kind + UUID.randomUUID().toString().replace("-", "");
    }

    Callers callers() {
        return callers;
    }

    List<Item> items() {
        return items;
    }

    String path(Attempt attempt, Item item) {
        return attempt.path(item, report, round, paper, person);
    }

    /** What it sends, with the person whom it is about. */
    @Nullable
    Map<String, ?> body(Attempt attempt) {
        if (attempt.body() == null || !attempt.body().containsValue("{person}")) {
            return attempt.body();
        }
        var filled = new LinkedHashMap<String, Object>(attempt.body());
        filled.replaceAll((field, value) -> value.equals("{person}") ? person : value);
        return filled;
    }

    /** The words that stand in confidential fields: of the team's, and of the network's. */
    List<String> words() {
        return List.of(teamWord, networkWord);
    }

    boolean mayRead(String word, Reading reading) {
        return word.equals(teamWord) ? reading == Reading.FULL : reading.compareTo(Reading.NETWORK) >= 0;
    }

    /** The name of somebody below a director: outside the network roles stand for people. */
    Optional<String> name(Wire.Reply reply) {
        var found = NAMES.matcher(reply.text());
        return found.find() ? Optional.of("names " + found.group()) : Optional.empty();
    }

    /** A word that reached somebody who may not read it, with what stands around it. */
    Optional<String> leak(Wire.Reply reply, Reading reading) {
        var all = reply.all();
        return words().stream()
                .filter(word -> !mayRead(word, reading) && all.contains(word))
                .findFirst()
                .map(word -> {
                    var place = all.indexOf(word);
                    return "leaked " + all.substring(Math.max(0, place - 80), Math.min(all.length(), place + 80));
                });
    }

    private Item ofTeam(State state) {
        var witness = word("witness").substring(6);
        return taken(journeys.proposed(COUNTRY, "Proposal " + witness), witness, state, false);
    }

    private Item ofPaper(State state) {
        var witness = word("witness").substring(6);
        var letter = String.valueOf((char) ('a' + state.ordinal()));
        var code = new RecommendationCode("ACC-2019-" + COUNTRY + "-" + letter);
        editing.accept(new AcceptedPassage(
                code,
                new CountryCode(COUNTRY),
                Language.EN,
                new Source("ACC-2019", 1, letter, null, false, null),
                List.of("rights"),
                Map.of(Language.EN, "Passage " + witness),
                Map.of(Language.EN, "What the paper recommends")));
        return taken(code.value(), witness, state, true);
    }

    private Item taken(String code, String witness, State state, boolean ofPaper) {
        journeys.makeTrackable(code);
        switch (state) {
            case PROPOSED -> {}
            case UNDER_REVIEW, CLOSED -> journeys.reach(code, State.UNDER_REVIEW);
            case ADOPTED -> journeys.reach(code, State.UNDER_REVIEW, State.ADOPTED);
            case IMPLEMENTED, EVALUATED -> journeys.reach(code, State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED);
        }
        if (state == State.EVALUATED) {
            journeys.evaluate(code, "evaluator.b");
        }
        return planted(code, witness, state, ofPaper, false);
    }

    /** Once evaluated, it went back: so an item can have had evaluators in every state. */
    private Item withEvaluators(State state) {
        var witness = word("witness").substring(6);
        var code = journeys.proposed(COUNTRY, "Evaluated " + witness);
        journeys.makeTrackable(code);
        journeys.reach(code, State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED);
        journeys.evaluate(code, "evaluator.a");
        switch (state) {
            case EVALUATED -> {}
            case IMPLEMENTED, ADOPTED, UNDER_REVIEW -> reopen(code, state);
            case CLOSED -> reopen(code, State.UNDER_REVIEW);
            case PROPOSED -> {
                reopen(code, State.UNDER_REVIEW);
                journeys.reach(code, State.CLOSED);
                reopen(code, State.PROPOSED);
            }
        }
        return planted(code, witness, state, false, true);
    }

    private void reopen(String code, State to) {
        require(
                200,
                api.as("director.a")
                        .post(action(code, "reopen"), Map.of("to", to.name(), "reason", teamWord + " reason")));
    }

    /** An item that will be closed is still under review while words are planted in it. */
    private Item planted(String code, String witness, State state, boolean ofPaper, boolean assigned) {
        var kinds = EnumSet.of(Planted.EVIDENCE, Planted.COMMENTS);
        var document = planting.documents(code);
        planting.comments(code);
        if (Set.of(State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED, State.CLOSED)
                .contains(state)) {
            kinds.add(Planted.NOTES);
            planting.notes(code);
            kinds.add(Planted.ACTIONS);
            planting.actions(code);
            kinds.add(Planted.INDICATORS);
            planting.indicator(code);
        }
        planting.returnedClaim(code, state);
        if (state == State.CLOSED) {
            journeys.reach(code, State.CLOSED);
        }
        if (state != State.PROPOSED) {
            planting.positions(code);
        }
        if (Set.of(State.PROPOSED, State.UNDER_REVIEW, State.ADOPTED).contains(state)) {
            planting.fields(code, state);
        }
        var marker = api.as("coordinator.pe").get(at(code)).json().path("markers");
        return new Item(
                code,
                COUNTRY,
                state,
                ofPaper,
                assigned,
                marker.get(0).path("id").asString(),
                document,
                witness,
                kinds);
    }
}
