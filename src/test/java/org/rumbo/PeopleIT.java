package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.require;
import static org.rumbo.testing.PlayedDirectory.atLarge;
import static org.rumbo.testing.PlayedDirectory.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.State;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Grant;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is here, whose access ends, who gets which role: read by administrators and auditors, done by administrators. */
@RumboTest
class PeopleIT {
    private static final CountryCode PE = new CountryCode("PE");

    private final Api api;
    private final Journeys journeys;
    private final PlayedDirectory directory;
    private final People people;
    private final Doctor doctor;
    private final Environment environment;
    private final JdbcClient jdbc;

    private String mark = "";

    PeopleIT(
            Api api,
            Journeys journeys,
            PlayedDirectory directory,
            People people,
            Doctor doctor,
            Environment environment,
            JdbcClient jdbc) {
        this.api = api;
        this.journeys = journeys;
        this.directory = directory;
        this.people = people;
        this.doctor = doctor;
        this.environment = environment;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void mark() {
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    private String login(String name) {
        return name + "." + mark;
    }

    private UUID person(String name, Grant... roles) {
        return directory.play(login(name), roles);
    }

    private Visitor as(String login) {
        return Visitor.signedIn(environment, login);
    }

    @Test
    void thePageNamesEveryTeamAndWhereEachRoleComesFrom() {
        person("ana", new Grant(Role.COORDINATOR, PE, "/teams/pe/coordinators"));
        for (var reader : List.of("admin", "auditor")) {
            var page = as(reader).get("/people?lang=en").body();
            assertThat(page)
                    .as(reader)
                    .contains(login("ana"), "group /teams/pe/coordinators", "Ecuador", "The network at large");
        }
        assertThat(as("admin").get("/people?q=" + login("ana") + "&lang=en").body())
                .contains("1 person found")
                .doesNotContain("director.a");
        for (var other : List.of("coordinator.pe", "director.a", "funder", "evaluator.a", "member.pe", "nobody")) {
            assertThat(as(other).get("/people").statusCode()).as(other).isEqualTo(403);
        }
        assertThat(as("admin").get("/").uri().getPath()).isEqualTo("/admin");
    }

    @Test
    void accessEndsWithTheNextRequestAndHistoryStays() {
        var ana = person("ana", team(Role.COORDINATOR, PE));
        var code = journeys.proposed("PE");
        require(200, api.as(login("ana")).post(action(code, "comment"), Map.of("text", "Still here")));
        var window = as(login("ana"));
        assertThat(window.get("/work?lang=en").statusCode()).isEqualTo(200);
        assertThat(as("admin").get("/people/" + ana + "/deactivation").body()).contains(login("ana"));

        assertThat(as("admin")
                        .post("/people/" + ana + "/deactivation?lang=en", Map.of())
                        .body())
                .contains("Access has ended", "Admin ended the access of " + login("ana"));

        var next = window.get("/work");
        assertThat(next.statusCode()).isEqualTo(403);
        assertThat(next.body()).contains("Your access has ended", "mailto:").doesNotContain(code);
        assertThat(window.get("/work").uri().getPath())
                .as("the session is over")
                .isEqualTo("/login");
        var again = as(login("ana")).arrival();
        assertThat(again.statusCode()).as("a new sign-in").isEqualTo(403);
        assertThat(again.body()).contains("Su acceso terminó");
        assertThat(api.as(login("ana")).get("/tasks").problem()).isEqualTo("access-ended");
        assertThat(api.as(login("ana"))
                        .with("Idempotency-Key", mark)
                        .post("/recommendations", Map.of())
                        .problem())
                .isEqualTo("access-ended");
        assertThat(as("director.a")
                        .get("/recommendations/" + code + "/comments")
                        .body())
                .contains(login("ana"));
        assertThat(as("director.a").get("/recommendations/" + code + "/history").body())
                .contains(login("ana"));

        as("admin").post("/people/" + ana + "/reactivation", Map.of());
        assertThat(as(login("ana")).get("/work").statusCode()).isEqualTo(200);
        assertThat(doctor.examine().findings()).isEmpty();
    }

    @Test
    void theLedgerTellsOfPeopleByPseudonymAlone() {
        var ana = person("ana", team(Role.MEMBER, PE));
        as("admin").post("/people/" + ana + "/deactivation", Map.of());
        var payloads =
                jdbc.sql("select payload from ledger_event where item_id is null").query(byte[].class).list().stream()
                        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                        .toList();
        assertThat(payloads)
                .anyMatch(payload -> payload.contains("person.deactivate"))
                .noneMatch(payload -> payload.contains(ana.toString()) || payload.contains(login("ana")));
    }

    @Test
    void nobodyEndsTheOwnAccess() {
        var admin = people.byLogin("admin").orElseThrow().id();
        assertThat(as("admin").get("/people/" + admin + "/deactivation").statusCode())
                .isEqualTo(403);
        var answer = as("admin").post("/people/" + admin + "/deactivation?lang=en", Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Not for yourself");
        assertThat(as("admin").get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyAdministratorsEndAccess() {
        var ana = person("ana", team(Role.COORDINATOR, PE));
        for (var other : List.of("auditor", "director.a", "coordinator.pe", "funder")) {
            for (var step : List.of("deactivation", "reactivation", "roles", "roles/taken", "deputies")) {
                assertThat(as(other)
                                .post("/people/" + ana + "/" + step, Map.of("role", "DIRECTOR"))
                                .statusCode())
                        .as(other + " " + step)
                        .isEqualTo(403);
            }
        }
        assertThat(api.as(login("ana")).get("/tasks").status()).isEqualTo(200);
    }

    /** Two administrators who send each other away at the same moment: one of them stays. */
    @Test
    void ofTwoAdministratorsWhoEndEachOthersAccessOneStays() throws Exception {
        var ids = List.of(person("one", atLarge(Role.ADMIN)), person("two", atLarge(Role.ADMIN)));
        var visitors = List.of(as(login("one")), as(login("two")));
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers = List.of(0, 1).stream()
                    .map(i -> pool.submit(() -> {
                        start.await();
                        return visitors.get(i)
                                .post("/people/" + ids.get(1 - i) + "/deactivation", Map.of())
                                .statusCode();
                    }))
                    .toList();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).contains(200, 403);
        } finally {
            pool.shutdown();
        }
        assertThat(ids).filteredOn(id -> people.actor(id).isPresent()).hasSize(1);
        ids.forEach(id -> as("admin").post("/people/" + id + "/deactivation", Map.of()));
    }

    @Test
    void anAdministratorGivesAndTakesRolesOfOthers() {
        var ana = person("ana");
        var admin = as("admin");
        var given = admin.post("/people/" + ana + "/roles?lang=en", Map.of("role", "COORDINATOR", "country", "PE"));
        assertThat(given.body()).contains("Admin gave " + login("ana") + " a role: Coordinator, Peru");
        assertThat(api.as(login("ana")).get("/tasks").status()).isEqualTo(200);
        assertThat(people.actor(ana).orElseThrow().has(Role.COORDINATOR, PE)).isTrue();

        admin.post("/people/" + ana + "/roles/taken", Map.of("role", "COORDINATOR", "country", "PE"));
        assertThat(people.actor(ana).orElseThrow().has(Role.COORDINATOR, PE)).isFalse();
    }

    @Test
    void rolesKeepApartWhatMustBeApart() {
        var ana = person("ana", team(Role.COORDINATOR, PE));
        var admin = as("admin");
        var mixed = admin.post("/people/" + ana + "/roles?lang=en", Map.of("role", "ADMIN", "country", ""));
        assertThat(mixed.statusCode()).isEqualTo(422);
        assertThat(mixed.body()).contains("An administrator holds no other role");
        var other = person("other", atLarge(Role.ADMIN));
        assertThat(admin.post("/people/" + other + "/roles", Map.of("role", "DIRECTOR", "country", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post("/people/" + ana + "/roles", Map.of("role", "DIRECTOR", "country", "PE"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post("/people/" + ana + "/roles", Map.of("role", "MEMBER", "country", ""))
                        .statusCode())
                .isEqualTo(422);
        var herself = people.byLogin("admin").orElseThrow().id();
        for (var step : List.of("/roles", "/roles/taken")) {
            assertThat(admin.post("/people/" + herself + step, Map.of("role", "ADMIN", "country", ""))
                            .statusCode())
                    .isEqualTo(403);
        }
        admin.post("/people/" + other + "/roles/taken", Map.of("role", "ADMIN", "country", ""));
        assertThat(people.actor(other).orElseThrow().roles()).isEmpty();
    }

    @Test
    void whoeverIsRefusedLearnsWhatItTakesAndWhatSheIs() {
        var code = journeys.proposed("PE");
        var page = as("member.pe")
                .get("/recommendations/" + code + "/claim?lang=en")
                .body();
        assertThat(page)
                .contains("This is done by a coordinator of the team of Peru")
                .contains("Your role: Team member, Peru (demonstration login).")
                .contains("You can ask ")
                .contains("/recommendations/" + code + "/why");
        var answer = api.as("funder").post(action(code, "claim"), Map.of("to", "CLOSED"));
        assertThat(answer.status()).isEqualTo(404);
        var ofPaper = api.as("funder").post(action("SPN-2019-PE-a", "claim"), Map.of("to", "CLOSED"));
        assertThat(ofPaper.problem()).isEqualTo("not-permitted");
        assertThat(ofPaper.json().path("explanation").toString()).doesNotContain("Coordinator PE");
        assertThat(ofPaper.json().path("roles").get(0).path("role").asString()).isEqualTo("FUNDER");
        var state = api.as("coordinator.pe").post(action(code, "record-position"), Map.of("position", "ACCEPTED"));
        assertThat(state.problem()).isEqualTo("wrong-state");
        assertThat(state.json().path("explanation").size()).isEqualTo(1);
    }

    @Test
    void thePageOfReasonsTellsNothingOfWhatIsUnderWay() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var readers = List.of("funder", "coordinator.bo", "member.bo", "evaluator.b");
        var before = readers.stream().map(reader -> reasons(reader, code)).toList();
        var director = reasons("director.a", code);
        require(200, journeys.claim(code, State.ADOPTED));

        assertThat(readers.stream().map(reader -> reasons(reader, code)).toList())
                .isEqualTo(before);
        assertThat(reasons("director.a", code)).isNotEqualTo(director).contains("/decision");
        assertThat(reasons("coordinator.pe", code)).contains("A claim is under review");
        var answer = as("admin").get("/recommendations/" + code + "/why");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    /** The page without what changes by itself: tokens and the time of its making. */
    private String reasons(String reader, String code) {
        var page = as(reader).get("/recommendations/" + code + "/why?lang=en").body();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>")).replaceAll("value=\"[^\"]*\"", "");
    }
}
