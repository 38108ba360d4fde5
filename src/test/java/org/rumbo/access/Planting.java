package org.rumbo.access;

import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.List;
import java.util.Map;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;

/** Writes words that not everybody may read into every field of an item that can hold some. */
final class Planting {
    private final Api api;
    private final Journeys journeys;
    private final String teamWord;
    private final String networkWord;

    Planting(Api api, Journeys journeys, String teamWord, String networkWord) {
        this.api = api;
        this.journeys = journeys;
        this.teamWord = teamWord;
        this.networkWord = networkWord;
    }

    String documents(String code) {
        var team = api.as("coordinator.pe");
        var last = "";
        for (var visibility : List.of("TEAM", "NETWORK")) {
            var word = visibility.equals("TEAM") ? teamWord : networkWord;
            var document = Map.of(
                    "type",
                    "LAW",
                    "strength",
                    "D",
                    "title",
                    word + " title",
                    "issuer",
                    word + " issuer",
                    "url",
                    "https://example.org/" + word,
                    "visibility",
                    visibility);
            last = require(201, team.post(at(code) + "/evidence", document))
                    .json()
                    .path("id")
                    .asString();
        }
        return last;
    }

    void comments(String code) {
        for (var words : List.of(
                Map.of("text", teamWord + " comment", "visibility", "TEAM"),
                Map.of("text", networkWord + " comment", "visibility", "NETWORK"))) {
            require(200, api.as("coordinator.pe").post(action(code, "comment"), words));
        }
    }

    void notes(String code) {
        var team = api.as("coordinator.pe");
        require(
                200,
                api.as("member.pe").post(action(code, "report-progress"), Map.of("note", teamWord + " draft note")));
        require(
                200,
                team.post(action(code, "report-progress"), Map.of("note", teamWord + " note", "visibility", "TEAM")));
        require(
                200,
                team.post(
                        action(code, "report-progress"),
                        Map.of("note", networkWord + " note", "visibility", "NETWORK")));
    }

    void actions(String code) {
        for (var visibility : List.of("TEAM", "NETWORK")) {
            var word = visibility.equals("TEAM") ? teamWord : networkWord;
            require(
                    201,
                    api.as("coordinator.pe")
                            .post(
                                    at(code) + "/team-actions",
                                    Map.of(
                                            "text",
                                            word + " action",
                                            "owner",
                                            "member.pe",
                                            "due",
                                            "2027-03-12",
                                            "visibility",
                                            visibility)));
        }
    }

    void indicator(String code) {
        journeys.counted(code, networkWord + " indicator", networkWord + " source");
    }

    void positions(String code) {
        var source = teamWord + " source";
        require(
                200,
                api.as("coordinator.pe")
                        .post(
                                action(code, "record-position"),
                                Map.of("position", "REJECTED", "on", "2026-01-01", "source", source)));
    }

    void returnedClaim(String code, State state) {
        var team = api.as("coordinator.pe");
        var claim = journeys.claimBody(code, state == State.EVALUATED ? State.ADOPTED : State.CLOSED);
        claim.put("statement", teamWord + " statement");
        require(200, team.post(action(code, "claim"), claim));
        require(
                200,
                api.as("director.a")
                        .post(
                                action(code, "decide"),
                                Map.of("outcome", "RETURNED", "reason", teamWord + " returned because")));
        require(200, team.post(action(code, "withdraw-claim"), Map.of("reason", teamWord + " withdrawn because")));
    }

    void fields(String code, State state) {
        var team = api.as("coordinator.pe");
        require(
                200,
                journeys.edit(code, Map.of("summary", teamWord + " summary", "addressee", teamWord + " addressee")));
        if (state != State.ADOPTED) {
            require(200, journeys.edit(code, Map.of("reading", teamWord + " reading")));
        }
        require(
                201,
                team.post(at(code) + "/markers", Map.of("text", teamWord + " marker", "reason", teamWord + " reason")));
    }
}
