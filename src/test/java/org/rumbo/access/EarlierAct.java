package org.rumbo.access;

import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.List;
import java.util.Map;
import org.rumbo.recommendation.State;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;

/** What somebody may have done to an item under way before she acts again; each knows the role that it took. */
enum EarlierAct {
    NOTHING(Role.MEMBER, "allowed", "allowed", "allowed"),
    EDITED(Role.COORDINATOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            var team = stage.api().as(login);
            require(
                    200,
                    team.with("If-Match", "*")
                            .patch(at(stage.code()), Map.of("summary", "Said by " + login + " again")));
        }
    },
    ADDED_A_MARKER(Role.COORDINATOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            require(
                    201,
                    stage.api()
                            .as(login)
                            .post(at(stage.code()) + "/markers", Map.of("text", "A sign", "ambition", "LOVE")));
        }
    },
    MET_A_MARKER(Role.MEMBER, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            var marker = stage.api()
                    .as(login)
                    .get(at(stage.code()))
                    .json()
                    .path("markers")
                    .get(0);
            var path = at(stage.code()) + "/markers/" + marker.path("id").asString();
            require(200, stage.api().as(login).patch(path, Map.of("met", true)));
        }
    },
    RECORDED_A_POSITION(Role.COORDINATOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            var stance = Map.of("position", "ACCEPTED", "on", "2026-01-01", "source", "Said so");
            require(200, stage.api().as(login).post(action(stage.code(), "record-position"), stance));
        }
    },
    REPORTED_PROGRESS(Role.COORDINATOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            require(200, stage.api().as(login).post(action(stage.code(), "report-progress"), Map.of("note", "News")));
        }
    },
    DRAFTED_PROGRESS(Role.MEMBER, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            require(200, stage.api().as(login).post(action(stage.code(), "report-progress"), Map.of("note", "News")));
        }
    },
    COMMENTED(Role.MEMBER, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            require(200, stage.api().as(login).post(action(stage.code(), "comment"), Map.of("text", "A word")));
        }
    },
    ADDED_OTHER_EVIDENCE(Role.COORDINATOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            stage.document(login);
        }
    },
    ADDED_THE_EVIDENCE(Role.COORDINATOR, "own-evidence", "own-evidence", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            stage.cites(stage.document(login));
        }
    },
    ADDED_THE_EVIDENCE_AS_A_MEMBER(Role.MEMBER, "own-evidence", "own-evidence", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            stage.cites(stage.document(login));
        }
    },
    RELEASED_EVIDENCE(Role.DIRECTOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            var path = at(stage.code()) + "/evidence/" + stage.document("coordinator.pe") + "/release";
            require(200, stage.api().as(login).post(path, Map.of("visibility", "FUNDER")));
        }
    },
    MADE_AN_EARLIER_CLAIM(Role.COORDINATOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            stage.claim(login);
            stage.withdraw();
        }
    },
    MADE_THE_CLAIM_BEFORE_IT_WAS_RETURNED(Role.COORDINATOR, "own-claim", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            stage.claim(login);
            stage.returnClaim("director.a");
        }
    },
    MADE_THE_CLAIM(Role.COORDINATOR, "own-claim", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            stage.claim(login);
        }
    },
    RETURNED_THE_CLAIM(Role.DIRECTOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            stage.claim("coordinator.pe");
            stage.returnClaim(login);
        }
    },
    REOPENED(Role.DIRECTOR, "allowed", "allowed", "evaluator-involved") {
        @Override
        void done(Stage stage, String login) {
            stage.closeAndReopen(login);
        }
    };

    /** In which country team the roles are, where they are of a team. */
    static final List<Role> OF_TEAM = List.of(Role.MEMBER, Role.COORDINATOR);

    private final Role role;
    private final String deciding;
    private final String releasing;
    private final String evaluating;

    EarlierAct(Role role, String deciding, String releasing, String evaluating) {
        this.role = role;
        this.deciding = deciding;
        this.releasing = releasing;
        this.evaluating = evaluating;
    }

    Role role() {
        return role;
    }

    /** What deciding the claim meets afterwards: the problem, or that it is allowed. */
    String deciding() {
        return deciding;
    }

    String releasing() {
        return releasing;
    }

    String evaluating() {
        return evaluating;
    }

    void done(Stage stage, String login) {}

    /** An item on which something was done, and on which something will be done now. */
    static final class Stage {
        private final Api api;
        private final Journeys journeys;
        private final String code;
        private String cited = "";
        private boolean claimed;

        Stage(Api api, Journeys journeys, String code) {
            this.api = api;
            this.journeys = journeys;
            this.code = code;
        }

        Api api() {
            return api;
        }

        String code() {
            return code;
        }

        void cites(String document) {
            cited = document;
        }

        String cited() {
            if (cited.isEmpty()) {
                cited = document("coordinator.pe");
            }
            return cited;
        }

        boolean isClaimed() {
            return claimed;
        }

        String document(String login) {
            return require(201, api.as(login).post(at(code) + "/evidence", journeys.document("A", "NETWORK")))
                    .json()
                    .path("id")
                    .asString();
        }

        void claim(String login) {
            var to = journeys.claimBody(code, State.CLOSED);
            to.put("evidence", List.of(cited()));
            require(200, api.as(login).post(action(code, "claim"), to));
            claimed = true;
        }

        void withdraw() {
            require(200, api.as("coordinator.pe").post(action(code, "withdraw-claim"), Map.of("reason", "No")));
            claimed = false;
        }

        void returnClaim(String login) {
            var body = Map.of("outcome", "RETURNED", "reason", "Not yet");
            require(200, api.as(login).post(action(code, "decide"), body));
            claimed = false;
        }

        void closeAndReopen(String login) {
            claim("coordinator.pe");
            require(200, api.as("director.a").post(action(code, "decide"), Map.of("outcome", "CONFIRMED")));
            claimed = false;
            cited = "";
            require(
                    200,
                    api.as(login).post(action(code, "reopen"), Map.of("to", "UNDER_REVIEW", "reason", "It goes on")));
        }
    }
}
