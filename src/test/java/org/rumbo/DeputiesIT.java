package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;
import static org.rumbo.testing.PlayedDirectory.atLarge;
import static org.rumbo.testing.PlayedDirectory.team;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.State;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Deputies;
import org.rumbo.team.Grant;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deputies over HTTP: who arranges them, what they may do in whose name, when it ends, and that four eyes stay four. */
@RumboTest
class DeputiesIT {
    private static final CountryCode PE = new CountryCode("PE");
    private static final CountryCode BO = new CountryCode("BO");
    private static final String TODAY = "tag plain";

    private final Api api;
    private final Journeys journeys;
    private final PlayedDirectory directory;
    private final Deputies deputies;
    private final Doctor doctor;
    private final TimeMachine clock;
    private final Environment environment;
    private final JdbcClient jdbc;

    private String mark = "";
    private LocalDate today = LocalDate.EPOCH;

    DeputiesIT(
            Api api,
            Journeys journeys,
            PlayedDirectory directory,
            Deputies deputies,
            Doctor doctor,
            TimeMachine clock,
            Environment environment,
            JdbcClient jdbc) {
        this.api = api;
        this.journeys = journeys;
        this.directory = directory;
        this.deputies = deputies;
        this.doctor = doctor;
        this.clock = clock;
        this.environment = environment;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void today() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        today = deputies.today();
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    private String login(String name) {
        return name + "." + mark;
    }

    private UUID person(String name, Grant... roles) {
        return directory.play(login(name), roles);
    }

    private UUID ana() {
        return person("ana", team(Role.COORDINATOR, PE));
    }

    private UUID beto() {
        return person("beto", team(Role.MEMBER, PE));
    }

    private static Map<String, String> form(UUID represented, UUID deputy, LocalDate from, LocalDate until) {
        var form = new LinkedHashMap<String, String>();
        form.put("represented", represented.toString());
        form.put("deputy", deputy.toString());
        Map.of("from", from, "until", until).forEach((field, day) -> {
            form.put(field + ".day", String.valueOf(day.getDayOfMonth()));
            form.put(field + ".month", String.valueOf(day.getMonthValue()));
            form.put(field + ".year", String.valueOf(day.getYear()));
        });
        return form;
    }

    private HttpResponse<String> arrange(String by, UUID represented, UUID deputy, LocalDate from, LocalDate until) {
        return Visitor.signedIn(environment, by).post("/deputies", form(represented, deputy, from, until));
    }

    private void arranged(String by, UUID represented, UUID deputy) {
        var answer = arrange(by, represented, deputy, today, today.plusDays(6));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo("/deputies");
    }

    private void assertRefused(HttpResponse<String> answer, String english) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(english);
    }

    @Test
    void theTasksFollowTheDeputy() {
        var ana = ana();
        var beto = beto();
        var code = journeys.proposed("PE");
        assertThat(tasks("beto")).doesNotContain(code);
        arranged(login("ana"), ana, beto);

        assertThat(tasks("beto")).contains(code);
        assertThat(api.as(login("beto"))
                        .get("/recommendations?mine=true&limit=200")
                        .text())
                .contains(code);
        var work = Visitor.signedIn(environment, login("beto"))
                .get("/work?lang=en")
                .body();
        assertThat(work)
                .contains("You also act for " + login("ana") + " until ")
                .contains(code);
        var list = Visitor.signedIn(environment, login("ana")).get("/deputies").body();
        assertThat(list).contains(login("beto")).contains(TODAY);
    }

    private List<String> tasks(String name) {
        return api.as(login(name))
                .get("/tasks")
                .json()
                .path("items")
                .valueStream()
                .map(task -> task.path("code").asString())
                .toList();
    }

    @Test
    void whatADeputyDoesIsToldUnderBothNames() {
        arranged(login("ana"), ana(), beto());
        var code = journeys.in("PE", State.PROPOSED);
        require(200, api.as(login("beto")).post(action(code, "claim"), journeys.claimBody(code, State.UNDER_REVIEW)));

        var entries = api.as("coordinator.pe").get(at(code) + "/history").json().path("items");
        assertThat(entries.get(entries.size() - 1).path("actor").asString()).isEqualTo(login("beto"));
        var page = Visitor.signedIn(environment, "coordinator.pe")
                .get("/recommendations/" + code + "/history?lang=en")
                .body();
        assertThat(page).contains(login("beto") + ", for " + login("ana") + ", claimed");
        require(200, journeys.decide(code, "CONFIRMED"));
        assertThat(Visitor.signedIn(environment, "funder")
                        .get("/recommendations/" + code + "/history")
                        .body())
                .doesNotContain(login("ana"))
                .doesNotContain(login("beto"));
        assertThat(doctor.examine().findings()).isEmpty();
    }

    /** Outside nobody learns that it was a coordinator who decided in a director's name. */
    @Test
    void aDirectorsDeputyIsNotNamedOutside() {
        var dora = person("dora", atLarge(Role.DIRECTOR));
        var carla = person("carla", team(Role.COORDINATOR, BO));
        arranged(login("dora"), dora, carla);
        var code = journeys.in("PE", State.PROPOSED);
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        require(200, api.as(login("carla")).post(action(code, "decide"), Map.of("outcome", "CONFIRMED")));

        var page = Visitor.signedIn(environment, "funder")
                .get("/recommendations/" + code + "/history?lang=en")
                .body();
        assertThat(page)
                .contains("A deputy, for " + login("dora") + ", confirmed")
                .doesNotContain(login("carla"));
        assertThat(api.as("funder").get(at(code) + "/history").text()).doesNotContain(login("carla"));
    }

    @Test
    void neitherOfTheTwoDecidesAClaimOfTheDeputy() {
        var ana = person("ana", team(Role.COORDINATOR, PE), atLarge(Role.DIRECTOR));
        var beto = person("beto", team(Role.MEMBER, PE), atLarge(Role.DIRECTOR));
        arranged(login("ana"), ana, beto);
        var code = journeys.in("PE", State.PROPOSED);
        require(200, api.as(login("beto")).post(action(code, "claim"), journeys.claimBody(code, State.UNDER_REVIEW)));

        for (var name : List.of("ana", "beto")) {
            var answer = api.as(login(name)).post(action(code, "decide"), Map.of("outcome", "CONFIRMED"));
            assertThat(answer.status() + " " + answer.problem()).as(name).isEqualTo("403 own-claim");
            assertThat(api.as(login(name)).get(at(code)).strings("actions")).doesNotContain("decide");
        }
        clock.advance(Duration.ofDays(30));
        assertThat(api.as(login("ana"))
                        .post(action(code, "decide"), Map.of("outcome", "CONFIRMED"))
                        .problem())
                .as("also when it is over")
                .isEqualTo("own-claim");
        require(200, journeys.decide(code, "CONFIRMED"));
    }

    @Test
    void theRepresentedPersonDoesNotReleaseTheDeputysEvidence() {
        var ana = ana();
        arranged(login("ana"), ana, beto());
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var evidence = require(
                        201, api.as(login("beto")).post(at(code) + "/evidence", journeys.document("A", "PUBLIC")))
                .json()
                .path("id")
                .asString();
        var release = at(code) + "/evidence/" + evidence + "/release";
        for (var name : List.of("ana", "beto")) {
            var answer = api.as(login(name)).post(release, Map.of("visibility", "PUBLIC"));
            assertThat(answer.status() + " " + answer.problem()).as(name).isEqualTo("403 own-evidence");
        }
        require(200, api.as("coordinator.pe").post(release, Map.of("visibility", "PUBLIC")));
    }

    @Test
    void whoActedThroughADeputyDoesNotEvaluate() {
        var dora = person("dora", atLarge(Role.DIRECTOR), atLarge(Role.EVALUATOR));
        var dina = person("dina", atLarge(Role.DIRECTOR), atLarge(Role.EVALUATOR));
        arranged(login("dora"), dora, dina);
        var code = journeys.in("PE", State.IMPLEMENTED);
        require(200, api.as(login("dina")).post(action(code, "comment"), Map.of("text", "Seen")));

        for (var name : List.of("dora", "dina")) {
            assertThat(journeys.assign(code, login(name)).problem()).as(name).isEqualTo("evaluator-involved");
        }
        require(200, journeys.assign(code, "evaluator.a"));
    }

    @Test
    void itEndsOnTheDayAfterTheLast() {
        var ana = ana();
        var beto = beto();
        arrange(login("ana"), ana, beto, today, today);
        var code = journeys.proposed("PE");
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).contains("edit");

        clock.advance(Duration.ofDays(1));

        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).doesNotContain("edit");
        assertThat(journeys.edit(code, Map.of("priority", true)).status()).isEqualTo(200);
        var tag = api.as(login("beto")).get(at(code)).tag();
        assertThat(api.as(login("beto"))
                        .with("If-Match", tag)
                        .patch(at(code), Map.of("priority", true))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itBeginsOnItsFirstDayOnly() {
        arrange(login("ana"), ana(), beto(), today.plusDays(2), today.plusDays(4));
        var code = journeys.proposed("PE");
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).doesNotContain("edit");
        clock.advance(Duration.ofDays(2));
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).contains("edit");
    }

    @Test
    void itEndsAtOnceWhenTheRepresentedPersonLosesTheRoleOrTheAccess() {
        var ana = ana();
        arranged(login("ana"), ana, beto());
        var code = journeys.proposed("PE");
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).contains("edit");
        person("ana", team(Role.MEMBER, PE));
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).doesNotContain("edit");
        ana();
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).contains("edit");

        var ended = Visitor.signedIn(environment, "admin").post("/people/" + ana + "/deactivation", Map.of());

        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).doesNotContain("edit");
        assertThat(open(ana)).isZero();
    }

    @Test
    void itCountsNoMoreWhenTheDeputysOwnRoleDoesNotAllowIt() {
        var ana = ana();
        arranged(login("ana"), ana, beto());
        var code = journeys.proposed("PE");
        person("beto", team(Role.MEMBER, BO));
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).doesNotContain("edit");
        person("beto", atLarge(Role.ADMIN));
        assertThat(api.as(login("beto")).get(at(code)).status()).isEqualTo(404);
        person("beto");
    }

    @Test
    void eitherOfTheTwoEndsItEarly() {
        var ana = ana();
        arranged(login("ana"), ana, beto());
        var code = journeys.proposed("PE");
        var id = deputies.open().stream()
                .filter(open -> open.represented().equals(ana))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(Visitor.signedIn(environment, "coordinator.bo")
                        .post("/deputies/" + id + "/end", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(environment, login("beto"))
                        .get("/deputies/" + id + "/end")
                        .statusCode())
                .isEqualTo(200);
        Visitor.signedIn(environment, login("beto")).post("/deputies/" + id + "/end", Map.of());
        assertThat(open(ana)).isZero();
        assertThat(api.as(login("beto")).get(at(code)).strings("actions")).doesNotContain("edit");
    }

    @Test
    void eachRuleHasItsOwnWords() {
        var ana = ana();
        var beto = beto();
        var director = person("dora", atLarge(Role.DIRECTOR));
        var by = login("dora");
        var last = today.plusDays(6);
        Visitor.signedIn(environment, by).get("/deputies?lang=en");
        assertRefused(english(by, ana, ana, today, last), "her or his own deputy");
        assertRefused(english(by, ana, director, today, last), "by her or his own hand");
        assertRefused(english(by, ana, person("eva", atLarge(Role.EVALUATOR)), today, last), "neither administrator");
        for (var role : List.of(Role.ADMIN, Role.FUNDER, Role.AUDITOR)) {
            var apart = person("apart." + role, team(Role.MEMBER, PE), atLarge(role));
            assertRefused(english(by, ana, apart, today, last), "neither administrator");
        }
        assertRefused(english(by, beto, person("other", team(Role.MEMBER, PE)), today, last), "Only coordinators");
        assertRefused(english(by, ana, person("mo", team(Role.MEMBER, BO)), today, last), "same country team");
        assertRefused(english(by, director, beto, today, last), "by a director or a coordinator");
        assertRefused(english(by, ana, beto, last, today), "before the first");
        assertRefused(english(by, ana, beto, today.minusDays(3), today.minusDays(1)), "has passed");
        assertRefused(english(by, ana, beto, today, today.plusYears(1).plusDays(1)), "At most a year");
        assertRefused(english(by, UUID.randomUUID(), beto, today, last), "somebody who has access");
        person("apart.ADMIN");
    }

    @Test
    void oneAtATimeAndNoChains() {
        var ana = ana();
        var beto = beto();
        var carla = person("carla", team(Role.COORDINATOR, PE));
        person("dora", atLarge(Role.DIRECTOR));
        var by = login("dora");
        arranged(by, ana, beto);
        var last = today.plusDays(6);

        assertRefused(english(by, ana, carla, last, last.plusDays(3)), "has a deputy on some");
        assertRefused(english(by, carla, beto, last, last), "stands in for somebody else");
        assertRefused(english(by, carla, ana, today, today), "is represented by somebody else");
        person("beto", team(Role.COORDINATOR, PE));
        assertRefused(english(by, beto, carla, today, today), "powers are not handed on twice");
        assertThat(english(by, carla, beto, last.plusDays(1), last.plusDays(2)).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> english(String by, UUID represented, UUID deputy, LocalDate from, LocalDate until) {
        return Visitor.signedIn(environment, by).post("/deputies?lang=en", form(represented, deputy, from, until));
    }

    @Test
    void nobodyArrangesForOthersThanHerOwn() {
        var ana = ana();
        var beto = beto();
        var director = person("dora", atLarge(Role.DIRECTOR));
        var carla = person("carla", team(Role.COORDINATOR, PE));
        var both = person("both", team(Role.COORDINATOR, PE), atLarge(Role.DIRECTOR));
        for (var login : List.of("coordinator.bo", login("beto"), "evaluator.a", "funder", "auditor", "admin")) {
            assertThat(arrange(login, ana, beto, today, today).statusCode())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(arrange("coordinator.pe", director, carla, today, today).statusCode())
                .isEqualTo(403);
        assertThat(arrange("coordinator.pe", both, carla, today, today).statusCode())
                .isEqualTo(403);
        assertThat(arrange("coordinator.pe", carla, person("pia", team(Role.MEMBER, PE)), today, today)
                        .statusCode())
                .isEqualTo(200);
    }

    /** Whoever stands in for a coordinator could else make her own power last for ever. */
    @Test
    void aDeputyDoesNotProlongHerself() {
        var ana = ana();
        var beto = beto();
        arranged(login("ana"), ana, beto);
        assertRefused(
                english(login("beto"), ana, beto, today.plusDays(8), today.plusDays(20)), "by her or his own hand");
        assertRefused(
                english(login("beto"), person("carla", team(Role.COORDINATOR, PE)), ana, today, today),
                "by her or his own hand");
    }

    @Test
    void anAdministratorArrangesOnThePersonsPage() {
        var ana = ana();
        var beto = beto();
        var admin = Visitor.signedIn(environment, "admin");
        assertThat(admin.get("/people/" + ana + "/deputies").body()).contains(login("beto"));
        var answer = admin.post("/people/" + ana + "/deputies?lang=en", form(ana, beto, today, today.plusDays(3)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Represented by " + login("beto")).contains("stands in for");
        assertThat(recorded("deputy.arrange")).doesNotContain(ana.toString()).doesNotContain(login("ana"));
    }

    private String recorded(String action) {
        return new String(
                jdbc.sql("select payload from ledger_event where action = ? order by seq desc fetch first 1 rows only")
                        .param(action)
                        .query(byte[].class)
                        .single(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void ofTwoWhoArrangeAtTheSameMomentOneSucceeds() throws Exception {
        var ana = ana();
        var deputy = List.of(beto(), person("berta", team(Role.MEMBER, PE)));
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var visitors = List.of(
                    Visitor.signedIn(environment, "director.a"), Visitor.signedIn(environment, "coordinator.pe"));
            var answers = List.of(0, 1).stream()
                    .map(i -> pool.submit(() -> {
                        start.await();
                        return visitors.get(i)
                                .post("/deputies", form(ana, deputy.get(i), today, today.plusDays(3)))
                                .statusCode();
                    }))
                    .toList();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 422);
        } finally {
            pool.shutdown();
        }
        assertThat(open(ana)).isEqualTo(1);
    }

    private long open(UUID represented) {
        return deputies.open().stream()
                .filter(open -> open.represented().equals(represented))
                .count();
    }
}
