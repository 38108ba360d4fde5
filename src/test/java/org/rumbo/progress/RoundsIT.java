package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.State;
import org.rumbo.team.Network;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Update rounds over REST, from their opening to their end, with their process, their tasks and their traces in the ledger. */
@RumboTest
class RoundsIT {
    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final Doctor doctor;
    private final TimeMachine clock;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final RoundKeeping keeping;
    private final Network network;
    private final PlatformTransactionManager transactions;
    private final JdbcClient jdbc;
    private final Environment environment;

    RoundsIT(
            Api api,
            Journeys journeys,
            Records records,
            Doctor doctor,
            TimeMachine clock,
            ManagementService management,
            RuntimeService runtime,
            RoundKeeping keeping,
            Network network,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.doctor = doctor;
        this.clock = clock;
        this.management = management;
        this.runtime = runtime;
        this.keeping = keeping;
        this.network = network;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** Only one is open at a time, so none is left behind for others. */
    @BeforeEach
    @AfterEach
    void closeWhatIsOpen() {
        clock.comeBack();
        for (var round : api.as("director.a").get("/rounds").json().path("items")) {
            if (round.path("open").asBoolean()) {
                require(
                        200,
                        api.as("director.a").post("/rounds/" + round.path("id").asString() + "/close", Map.of()));
            }
        }
    }

    private String open() {
        return open(journeys.today().plusDays(10), journeys.today().plusDays(20));
    }

    private String open(LocalDate due, LocalDate cutOff) {
        var opened = api.as("director.a")
                .post("/rounds", Map.of("name", "Half", "due", due.toString(), "cutOff", cutOff.toString()));
        return "/rounds/" + require(201, opened).json().path("id").asString();
    }

    private Api.Answer nothingNew(String round, String code) {
        return api.as(Journeys.coordinatorOf(code)).post(round + "/answers", Map.of("item", code, "nothingNew", true));
    }

    private void answerAll(String round, String country) {
        for (var given :
                api.as(Journeys.coordinatorOf(country)).get(round).json().path("answers")) {
            if (given.path("answer").isNull()) {
                require(200, nothingNew(round, given.path("item").asString()));
            }
        }
    }

    private Api.Answer submit(String round, String country) {
        return api.as(Journeys.coordinatorOf(country)).post(round + "/submit", Map.of("country", country));
    }

    private Api.Answer accept(String round, String country) {
        return api.as("director.a").post(round + "/accept", Map.of("country", country));
    }

    private String state(String round, String country) {
        return part(round, country).path("state").asString();
    }

    private JsonNode part(String round, String country) {
        return StreamSupport.stream(
                        api.as("director.a")
                                .get(round)
                                .json()
                                .path("round")
                                .path("teams")
                                .spliterator(),
                        false)
                .filter(part -> part.path("country").asString().equals(country))
                .findFirst()
                .orElseThrow();
    }

    private String answerOf(String round, String code) {
        return StreamSupport.stream(
                        api.as("director.a").get(round).json().path("answers").spliterator(), false)
                .filter(given -> given.path("item").asString().equals(code))
                .map(given -> given.path("answer").asString(""))
                .findFirst()
                .orElse("not asked");
    }

    private List<String> tasks(String login) {
        var tasks = new ArrayList<String>();
        for (var task : api.as(login).get("/tasks").json().path("items")) {
            if (task.path("id").asString().startsWith("round:")) {
                tasks.add(task.path("action").asString() + " "
                        + task.path("id").asString().replaceFirst(".*:", ""));
            }
        }
        return tasks;
    }

    private List<String> acts(String code) {
        var acts = new ArrayList<String>();
        api.as(Journeys.coordinatorOf(code))
                .get(at(code) + "/history")
                .json()
                .path("items")
                .forEach(entry -> acts.add(entry.path("action").asString()));
        return acts;
    }

    private void assertHealthy() {
        assertThat(doctor.examine().findings()).isEmpty();
    }

    @Test
    void everyTeamHasItsOwnPaceAndTheLastAcceptedClosesTheRound() {
        var code = journeys.in("EC", State.ADOPTED);
        var round = open();
        assertThat(tasks("coordinator.ec")).containsExactly("SUBMIT_ROUND EC");
        assertThat(tasks("director.b")).isEmpty();

        answerAll(round, "EC");
        assertThat(answerOf(round, code)).isEqualTo("NOTHING_NEW");
        require(200, submit(round, "EC"));
        assertThat(tasks("coordinator.ec")).isEmpty();
        assertThat(tasks("director.b")).containsExactly("REVIEW_ROUND EC");
        assertThat(state(round, "BO")).isEqualTo("AWAITED");
        assertHealthy();

        require(200, accept(round, "EC"));
        for (var country : List.of("BO", "BR", "CL", "CO", "PE")) {
            answerAll(round, country);
            require(200, submit(round, country));
            require(200, accept(round, country));
        }

        assertThat(api.as("director.a").get(round).json().at("/round/open").asBoolean())
                .isFalse();
        assertThat(acts(code)).containsOnlyOnce("round.answer").doesNotContain("round.unanswered");
        assertThat(processes(round)).isZero();
        assertHealthy();
    }

    @Test
    void isNotSubmittedWhileSomethingIsUnanswered() {
        var code = journeys.in("EC", State.UNDER_REVIEW);
        var round = open();
        answerAll(round, "EC");
        var later = journeys.in("EC", State.PROPOSED);
        assertThat(answerOf(round, later)).isEqualTo("not asked");
        jdbc.sql("update round_answer set kind = null where recommendation_id ="
                        + " (select id from recommendation where code = ?)")
                .param(code)
                .update();
        var before = records.events();

        var refused = submit(round, "EC");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.rules()).containsExactly("answer-required");
        assertThat(refused.json().at("/violations/0/field").asString()).isEqualTo(code);
        assertThat(records.events()).isEqualTo(before);
        assertThat(state(round, "EC")).isEqualTo("AWAITED");
    }

    /** A proposal is not asked about; what is decided during the round asks for nothing any more. */
    @Test
    void whatIsDecidedDuringTheRoundNeedsNoAnswer() {
        var code = journeys.in("EC", State.UNDER_REVIEW);
        var round = open();
        journeys.reach(code, State.CLOSED);
        for (var given : api.as("coordinator.ec").get(round).json().path("answers")) {
            var item = given.path("item").asString();
            if (given.path("answer").isNull() && !item.equals(code)) {
                require(200, nothingNew(round, item));
            }
        }
        assertThat(nothingNew(round, code).status()).isEqualTo(409);

        require(200, submit(round, "EC"));

        assertThat(answerOf(round, code)).isEqualTo("MOVED_ON");
    }

    @Test
    void aNoteAnswersThroughTheReportOfProgress() {
        var code = journeys.in("EC", State.ADOPTED);
        var round = open();
        var answer = api.as("coordinator.ec")
                .post(round + "/answers", Map.of("item", code, "note", "Both ministries met", "level", "PARTIAL"));

        require(200, answer);

        assertThat(answerOf(round, code)).isEqualTo("NOTE");
        var item = api.as("coordinator.ec").get(at(code)).json();
        assertThat(item.at("/level/self").asString()).isEqualTo("PARTIAL");
        assertThat(acts(code)).endsWith("progress.report", "round.answer");
        assertThat(api.as("coordinator.ec")
                        .post(round + "/answers", Map.of("item", code, "note", "Both", "nothingNew", true))
                        .rules())
                .containsExactly("note-or-nothing-new");
    }

    /** Members prepare: their drafts answer nothing until a coordinator takes them, and they submit nothing. */
    @Test
    void aMembersDraftAnswersNothingUntilACoordinatorTakesIt() {
        var code = journeys.in("EC", State.ADOPTED);
        var round = open();
        require(200, api.as("member.ec").post(round + "/answers", Map.of("item", code, "note", "They met")));
        assertThat(answerOf(round, code)).isEmpty();
        assertThat(api.as("member.ec")
                        .post(round + "/submit", Map.of("country", "EC"))
                        .status())
                .isEqualTo(403);

        var draft = jdbc.sql("select n.id from progress_note n join recommendation r on r.id = n.recommendation_id"
                        + " where r.code = ? and n.draft")
                .param(code)
                .query(UUID.class)
                .single();
        require(
                200,
                api.as("coordinator.ec").post(round + "/answers", Map.of("item", code, "draft", draft.toString())));
        assertThat(answerOf(round, code)).isEqualTo("NOTE");
    }

    /** What a member saw is shown to the coordinator, who alone answers; an answer that is there is not touched. */
    @Test
    void aMemberSuggestsThatThereIsNothingNew() {
        var code = journeys.in("EC", State.ADOPTED);
        var round = open();
        var suggestion = Map.of("item", code, "nothingNew", true);
        require(200, api.as("member.ec").post(round + "/answers", suggestion));
        assertThat(answerOf(round, code)).isEmpty();
        assertThat(acts(code)).containsOnlyOnce("round.suggest").doesNotContain("round.answer");
        assertThat(api.as("member.pe").post(round + "/answers", suggestion).status())
                .isIn(403, 404);
        assertThat(submit(round, "EC").status()).isEqualTo(422);
        var part = round + "/EC";
        assertThat(Visitor.signedIn(environment, "coordinator.ec").get(part).body())
                .contains("id=\"suggested-" + code + "\"", "id=\"nothing-" + code + "\"");
        assertThat(Visitor.signedIn(environment, "member.ec").get(part).body())
                .doesNotContain("id=\"nothing-" + code + "\"");

        require(200, nothingNew(round, code));
        assertThat(answerOf(round, code)).isEqualTo("NOTHING_NEW");
        require(200, api.as("member.ec").post(round + "/answers", suggestion));
        assertThat(acts(code)).containsOnlyOnce("round.suggest").containsOnlyOnce("round.answer");
        assertThat(Visitor.signedIn(environment, "coordinator.ec").get(part).body())
                .doesNotContain("suggested-" + code);
        assertThat(Visitor.signedIn(environment, "coordinator.ec")
                        .get(at(code) + "/history")
                        .body())
                .doesNotContain("??");
        assertHealthy();
    }

    /** Its timer, its tasks and everybody in it follow; what was answered stays. */
    @Test
    void aDirectorMovesTheDaysOfAnOpenRound() {
        var code = journeys.in("EC", State.ADOPTED);
        var today = journeys.today();
        var round = open(today.plusDays(3), today.plusDays(5));
        require(200, nothingNew(round, code));
        answerAll(round, "EC");
        require(200, submit(round, "EC"));
        var days = Map.of(
                "due",
                today.plusDays(12).toString(),
                "cutOff",
                today.plusDays(15).toString(),
                "reason",
                "Elections");
        assertThat(api.as("coordinator.ec").patch(round, days).status()).isEqualTo(403);
        var moved = require(200, api.as("director.a").patch(round, days)).json();

        assertThat(moved.path("due").asString()).isEqualTo(today.plusDays(12).toString());
        assertThat(moved.path("moveReason").asString()).isEqualTo("Elections");
        assertThat(answerOf(round, code)).isEqualTo("NOTHING_NEW");
        var id = UUID.fromString(round.substring("/rounds/".length()));
        assertThat(told(id))
                .contains("ROUND_MOVED coordinator.ec", "ROUND_MOVED member.bo", "ROUND_MOVED director.b")
                .doesNotContain("ROUND_MOVED funder", "ROUND_MOVED director.a");
        assertThat(jdbc.sql("select count(*) from ledger_event where action = 'round.move'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select distinct cast(t.due_date_ as date) as d from act_ru_task t join act_ru_execution e"
                                + " on e.id_ = t.proc_inst_id_ where e.business_key_ = ? order by d")
                        .param(key(round))
                        .query(java.sql.Date.class)
                        .list())
                .as("submit until the one, accept until the other")
                .hasSize(2);
        clock.advance(Duration.ofDays(8));
        assertThat(fire(round)).as("its old last day is over").isZero();
        assertThat(submit(round, "BO").status()).isIn(200, 422);
        clock.advance(Duration.ofDays(9));
        assertThat(fire(round)).isEqualTo(1);
        assertThat(state(round, "EC")).isEqualTo("UNDECIDED");
        assertThat(api.as("director.a").patch(round, days).status()).isEqualTo(409);
        assertHealthy();
    }

    /** The drawing and the table tell of the teams that its reader may know, and of no other. */
    @Test
    void theProcessOfARoundIsDrawn() {
        var round = open();
        answerAll(round, "EC");
        require(200, submit(round, "EC"));
        var director = Visitor.signedIn(environment, "director.a")
                .get(round + "/process")
                .body();
        assertThat(director).contains("<svg", "class=\"diagram\"", "<caption").doesNotContain("??");
        var team = Visitor.signedIn(environment, "coordinator.ec")
                .get(round + "/process")
                .body();
        var table = team.substring(team.indexOf("<tbody>"));
        assertThat(table).contains("Ecuador").doesNotContain("Bolivia");
        assertThat(director.substring(director.indexOf("<tbody>"))).contains("Ecuador", "Bolivia");
        assertThat(Visitor.signedIn(environment, "coordinator.ec").get(round).body())
                .contains(round + "/process");
        require(200, api.as("director.a").post(round + "/close", Map.of()));
        assertThat(Visitor.signedIn(environment, "director.a")
                        .get(round + "/process")
                        .body())
                .doesNotContain("class=\"diagram\"", "??");
    }

    @Test
    void movedDaysMakeSenseAndHaveAReason() {
        var today = journeys.today();
        var round = open(today.plusDays(3), today.plusDays(5));
        var director = api.as("director.a");
        var yesterday = today.minusDays(1).toString();
        assertThat(director.patch(round, Map.of("due", today.plusDays(4).toString()))
                        .rules())
                .containsExactly("reason-required");
        assertThat(director.patch(round, Map.of("reason", "Why")).rules()).containsExactly("other-days");
        assertThat(director.patch(round, Map.of("due", yesterday, "reason", "Why"))
                        .rules())
                .containsExactly("due-not-over");
        assertThat(director.patch(round, Map.of("due", yesterday, "cutOff", yesterday, "reason", "Why"))
                        .rules())
                .containsExactly("due-not-over", "cut-off-not-over");
        assertThat(director.patch(round, Map.of("due", today.plusDays(6).toString(), "reason", "Why"))
                        .rules())
                .containsExactly("due-until-cut-off");
        clock.advance(Duration.ofDays(4));
        require(
                200,
                director.patch(
                        round,
                        Map.of("cutOff", today.plusDays(9).toString(), "reason", "A day that stays may be over")));

        var visitor = Visitor.signedIn(environment, "director.a");
        assertThat(visitor.get(round + "/days").body()).contains("name=\"due.day\"", "name=\"reason\"");
        var refused = visitor.post(round + "/days", Map.of("due.day", "1", "reason", "<b>Why</b>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("&lt;b&gt;Why&lt;/b&gt;").doesNotContain("??");
        assertThat(visitor.get(round).body()).contains("A day that stays may be over", round + "/days");
    }

    @Test
    void whatShouldBeDoneByNowWantsAWordOnWhy() {
        var code = journeys.in("EC", State.ADOPTED);
        require(
                200,
                journeys.edit(
                        code, Map.of("targetDate", journeys.today().minusDays(3).toString())));
        var round = open();
        var note = Map.of("item", code, "note", "They met");
        assertThat(api.as("coordinator.ec").post(round + "/answers", note).rules())
                .containsExactly("late-reason-required");

        require(
                200,
                api.as("coordinator.ec")
                        .post(
                                round + "/answers",
                                Map.of("item", code, "note", "They met", "lateReason", "There were elections")));
        require(200, nothingNew(round, code));
    }

    @Test
    void aReturnedUpdateIsCompletedAndSubmittedAgain() {
        var code = journeys.in("EC", State.ADOPTED);
        var round = open();
        answerAll(round, "EC");
        require(200, submit(round, "EC"));
        assertThat(nothingNew(round, code).status()).isEqualTo(409);
        var director = api.as("director.a");
        assertThat(director.post(round + "/return", Map.of("country", "EC")).rules())
                .containsExactly("reason-required");

        require(200, director.post(round + "/return", Map.of("country", "EC", "reason", "Say who met")));

        assertThat(part(round, "EC").path("reason").asString()).isEqualTo("Say who met");
        assertThat(tasks("coordinator.ec")).containsExactly("SUBMIT_ROUND EC");
        assertThat(accept(round, "EC").status()).isEqualTo(409);
        assertHealthy();
        require(
                200,
                api.as("coordinator.ec")
                        .post(round + "/answers", Map.of("item", code, "note", "The two ministers met")));
        require(200, submit(round, "EC"));
        require(200, accept(round, "EC"));
        assertHealthy();
    }

    @Test
    void nobodyAcceptsWhatSheSubmitted() {
        var round = open();
        answerAll(round, "PE");
        var both = api.as("both.pe");
        require(200, both.post(round + "/submit", Map.of("country", "PE")));
        var before = records.events();

        var accepted = both.post(round + "/accept", Map.of("country", "PE"));
        assertThat(accepted.status()).isEqualTo(403);
        assertThat(accepted.problem()).isEqualTo("own-submission");
        assertThat(both.post(round + "/return", Map.of("country", "PE", "reason", "Why"))
                        .problem())
                .isEqualTo("own-submission");
        assertThat(records.events()).isEqualTo(before);
        require(200, accept(round, "PE"));
    }

    @Test
    void theCutOffClosesWhateverIsOpenOnceAndLeavesItWithoutAnAnswer() {
        var missed = journeys.in("EC", State.ADOPTED);
        var round = open(journeys.today().plusDays(2), journeys.today().plusDays(5));
        require(200, submitEmptyOrAnswered(round, "BO"));
        clock.advance(Duration.ofDays(3));
        assertThat(part(round, "EC").path("lateSince").isNull()).isFalse();
        assertThat(part(round, "BO").path("lateSince").isNull()).isTrue();
        assertThat(fire(round)).isZero();
        clock.advance(Duration.ofDays(3));

        assertThat(fire(round)).isEqualTo(1);
        assertThat(fire(round)).isZero();

        assertThat(state(round, "EC")).isEqualTo("MISSED");
        assertThat(state(round, "BO")).isEqualTo("UNDECIDED");
        assertThat(answerOf(round, missed)).isEqualTo("NO_ANSWER");
        assertThat(part(round, "EC").path("unanswered").asInt()).isPositive();
        assertThat(acts(missed)).containsOnlyOnce("round.unanswered");
        assertThat(tasks("coordinator.ec")).isEmpty();
        assertThat(processes(round)).isZero();
        assertThat(nothingNew(round, missed).problem()).isEqualTo("round-closed");
        clock.comeBack();
        assertHealthy();
    }

    private Api.Answer submitEmptyOrAnswered(String round, String country) {
        answerAll(round, country);
        return submit(round, country);
    }

    @Test
    void aDirectorClosesItBeforeAndOnlyOneIsOpenAtATime() {
        var missed = journeys.in("EC", State.ADOPTED);
        var round = open();
        var day = journeys.today().plusDays(9).toString();
        var another = api.as("director.b").post("/rounds", Map.of("due", day, "cutOff", day));
        assertThat(another.problem()).isEqualTo("round-open");

        require(200, api.as("director.b").post(round + "/close", Map.of()));

        assertThat(answerOf(round, missed)).isEqualTo("NO_ANSWER");
        assertThat(api.as("director.b").post(round + "/close", Map.of()).problem())
                .isEqualTo("round-closed");
        assertThat(jobs(round)).isEmpty();
        assertHealthy();
    }

    @Test
    void everybodyIsToldWhatConcernsHer() {
        var round = open();
        var id = UUID.fromString(round.substring("/rounds/".length()));
        assertThat(told(id)).contains("ROUND_OPENED coordinator.ec", "ROUND_OPENED member.ec");
        answerAll(round, "EC");
        require(200, submit(round, "EC"));
        require(200, api.as("director.a").post(round + "/return", Map.of("country", "EC", "reason", "Who met?")));
        require(200, submit(round, "EC"));
        require(200, accept(round, "EC"));
        require(200, api.as("director.a").post(round + "/close", Map.of()));

        assertThat(told(id))
                .contains(
                        "ROUND_SUBMITTED director.a",
                        "ROUND_SUBMITTED director.b",
                        "ROUND_RETURNED coordinator.ec",
                        "ROUND_ACCEPTED coordinator.ec",
                        "ROUND_CLOSED coordinator.bo",
                        "ROUND_CLOSED director.b")
                .doesNotContain("ROUND_RETURNED coordinator.bo", "ROUND_CLOSED funder", "ROUND_CLOSED director.a");
    }

    private List<String> told(UUID round) {
        return jdbc.sql("select distinct n.kind, p.login from notice n join person p on p.id = n.recipient"
                        + " where n.subject = ?")
                .param(round)
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    /** While it is open, and when it is closed. */
    @Test
    void everyPageOfARoundIsThere() {
        var code = journeys.in("EC", State.ADOPTED);
        var round = open();
        assertPagesAreThere(round, code);
        answerAll(round, "EC");
        require(200, submit(round, "EC"));
        assertPagesAreThere(round, code);
        require(200, api.as("director.a").post(round + "/close", Map.of()));
        assertPagesAreThere(round, code);
    }

    private void assertPagesAreThere(String round, String code) {
        for (var login : List.of("director.a", "coordinator.ec", "member.ec", "auditor")) {
            var visitor = Visitor.signedIn(environment, login);
            for (var page :
                    List.of("/rounds", round, round + "/EC", "/work", "/recommendations/" + code + "/progress")) {
                assertThat(visitor.get(page).statusCode())
                        .as(login + " " + page)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void hasDaysThatMakeSense() {
        var yesterday = journeys.today().minusDays(1).toString();
        var tomorrow = journeys.today().plusDays(1).toString();
        var director = api.as("director.a");

        assertThat(director.post("/rounds", Map.of("due", yesterday, "cutOff", yesterday))
                        .rules())
                .containsExactly("cut-off-not-over");
        assertThat(director.post(
                                "/rounds",
                                Map.of(
                                        "due",
                                        tomorrow,
                                        "cutOff",
                                        journeys.today().toString()))
                        .rules())
                .containsExactly("due-until-cut-off");
        assertThat(director.post("/rounds", Map.of("due", tomorrow)).rules()).containsExactly("date-unreadable");
    }

    /** Other teams see their own part, funders nothing, and nobody below the network learns that there is a round. */
    @Test
    void everybodyReadsHerOwnPartAndNoOther() {
        var code = journeys.in("EC", State.ADOPTED);
        var round = open();
        require(200, nothingNew(round, code));

        var own = api.as("member.ec").get(round).json();
        assertThat(countries(own)).containsExactly("EC");
        assertThat(api.as("coordinator.bo").get(round).text()).doesNotContain(code);
        assertThat(countries(api.as("auditor").get(round).json())).contains("EC", "BO");
        for (var login : List.of("funder", "evaluator.a", "admin")) {
            assertThat(api.as(login).get(round).status()).isEqualTo(403);
            assertThat(api.as(login).get("/rounds").status()).isEqualTo(403);
        }
        assertThat(api.as("coordinator.bo")
                        .post(round + "/answers", Map.of("item", code, "nothingNew", true))
                        .status())
                .isEqualTo(403);
        assertThat(api.as("coordinator.bo")
                        .post(round + "/submit", Map.of("country", "EC"))
                        .status())
                .isEqualTo(403);
    }

    private static List<String> countries(JsonNode round) {
        return StreamSupport.stream(round.at("/round/teams").spliterator(), false)
                .map(part -> part.path("country").asString())
                .toList();
    }

    @Test
    void hostileInputIsRefusedOrHarmless() {
        var code = journeys.in("EC", State.ADOPTED);
        var round = open();
        var team = api.as("coordinator.ec");
        var probe = "${roundSteps.closeRound('x')} <script>";

        assertThat(team.post(round + "/answers", Map.of("item", code, "state", "CLOSED"))
                        .status())
                .isEqualTo(400);
        assertThat(team.post(round + "/answers", Map.of("nothingNew", true)).status())
                .isEqualTo(400);
        assertThat(team.post(round + "/answers", Map.of("item", "SPN-1999-EC-z", "nothingNew", true))
                        .status())
                .isEqualTo(404);
        assertThat(team.post("/rounds/" + UUID.randomUUID() + "/submit", Map.of("country", "EC"))
                        .status())
                .isEqualTo(404);
        assertThat(team.post(round + "/submit", Map.of("country", "ecuador")).status())
                .isEqualTo(400);
        assertThat(team.post(round + "/answers", Map.of("item", code, "note", "x".repeat(8001)))
                        .rules())
                .containsExactly("too-long");
        require(200, team.post(round + "/answers", Map.of("item", code, "note", probe)));
        answerAll(round, "EC");
        require(200, submit(round, "EC"));
        require(200, api.as("director.a").post(round + "/return", Map.of("country", "EC", "reason", probe)));
        assertThat(part(round, "EC").path("reason").asString()).isEqualTo(probe);
        assertThat(jdbc.sql("select payload from ledger_event where action = 'round.return'")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .noneSatisfy(payload ->
                        assertThat(new String(payload, StandardCharsets.UTF_8)).contains("script"));
        assertHealthy();
    }

    @Test
    void teamsThatSubmitAtTheSameMomentDoNotDisturbEachOther() throws Exception {
        var round = open();
        var countries = List.of("BO", "CL", "PE");
        countries.forEach(country -> answerAll(round, country));
        var pool = Executors.newFixedThreadPool(countries.size());
        try {
            var calls = countries.stream()
                    .map(country ->
                            (Callable<Integer>) () -> submit(round, country).status())
                    .toList();
            for (var answer : pool.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdownNow();
        }
        assertHealthy();
    }

    /** Two nodes look at the same moment, then again: the round is opened once. */
    @Test
    void theCalendarOpensItsRoundOnce() throws Exception {
        var today = network.day(clock.instant());
        var half = "T" + UUID.randomUUID().toString().substring(0, 6);
        var calendar = new RoundCalendar(
                true,
                List.of(new RoundCalendar.Half(
                        half, monthAndDay(today), monthAndDay(today.plusDays(5)), monthAndDay(today.plusDays(9)))));
        var node = new RoundOpening(calendar, keeping, network, clock, transactions);
        var pool = Executors.newFixedThreadPool(2);
        try {
            pool.invokeAll(List.of(Executors.callable(node::open), Executors.callable(node::open)));
        } finally {
            pool.shutdown();
        }
        node.open();

        var key = today.getYear() + "-" + half;
        assertThat(jdbc.sql("select count(*) from update_round where round_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                .isEqualTo(1);
        assertHealthy();
        closeWhatIsOpen();
        node.open();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                .isZero();
    }

    @Test
    void theCalendarOpensNothingWhereItIsSwitchedOff() {
        var before = api.as("director.a").get("/rounds").text();
        var calendar = new RoundCalendar(false, List.of(new RoundCalendar.Half("X", "01-01", "12-30", "12-31")));

        new RoundOpening(calendar, keeping, network, clock, transactions).open();

        assertThat(api.as("director.a").get("/rounds").text()).isEqualTo(before);
    }

    private static String monthAndDay(LocalDate day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    private String key(String round) {
        return api.as("director.a").get(round).json().at("/round/key").asString();
    }

    private long processes(String round) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key(round))
                .count();
    }

    private int fire(String round) {
        var due = jobs(round);
        due.forEach(management::executeJob);
        return due.size();
    }

    private List<String> jobs(String round) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key(round)).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).executable().list().stream())
                .map(job -> job.getId())
                .toList();
    }
}
