package org.rumbo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.State;
import org.rumbo.team.CountryCode;
import org.rumbo.team.DeputyArrangements;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told what, and that nobody reads more in a notice than on the page to which it leads. */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesIT {
    private static final CountryCode BOLIVIA = new CountryCode("BO");
    private static final String TEAM = "coordinator.bo";

    private final Api api;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final Follows follows;
    private final Notices notices;
    private final People people;
    private final PlayedDirectory directory;
    private final DeputyArrangements deputies;
    private final Environment environment;

    NoticesIT(
            Api api,
            Journeys journeys,
            JdbcClient jdbc,
            Follows follows,
            Notices notices,
            People people,
            PlayedDirectory directory,
            DeputyArrangements deputies,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.jdbc = jdbc;
        this.follows = follows;
        this.notices = notices;
        this.people = people;
        this.directory = directory;
        this.deputies = deputies;
        this.environment = environment;
    }

    /** Whom the network's own people are told of, act by act; a follower of another team, a funder and an evaluator look on. */
    @Test
    void everybodyIsToldWhatConcernsHer() {
        var code = journeys.proposed("BO");
        List.of("coordinator.cl", "auditor").forEach(login -> follow(code, login));
        journeys.makeTrackable(code);

        told(code, "CLAIM_MADE", () -> require(200, journeys.claim(code, State.UNDER_REVIEW)), "directors", "auditor");
        told(code, "CLAIM_RETURNED", () -> require(200, journeys.decide(code, "RETURNED")), TEAM, "auditor");
        told(code, "CLAIM_MADE", () -> require(200, journeys.claim(code, State.UNDER_REVIEW)), "directors", "auditor");
        told(
                code,
                "CLAIM_WITHDRAWN",
                () -> require(200, api.as(TEAM).post(action(code, "withdraw-claim"), Map.of("reason", "Wrong date"))),
                "directors",
                "auditor");
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        told(
                code,
                "CLAIM_CONFIRMED",
                () -> require(200, journeys.decide(code, "CONFIRMED")),
                TEAM,
                "coordinator.cl",
                "auditor");
        // From here on funders may see it.
        follow(code, "funder");
        told(
                code,
                "PROGRESS_DRAFTED",
                () -> require(
                        200, api.as("member.bo").post(action(code, "report-progress"), Map.of("note", "A meeting"))),
                TEAM);
        told(
                code,
                "PROGRESS_REPORTED",
                () -> require(200, api.as(TEAM).post(action(code, "report-progress"), Map.of("note", "A meeting"))),
                "coordinator.cl",
                "auditor");
        told(code, "COMMENTED", () -> comment("director.b", code, "For the team", "TEAM"), TEAM, "auditor");
        told(
                code,
                "COMMENTED",
                () -> comment(TEAM, code, "For all of us", "NETWORK"),
                "coordinator.cl",
                "director.b",
                "auditor");
        journeys.reach(code, State.ADOPTED, State.IMPLEMENTED);
        told(
                code,
                "EVALUATOR_ASSIGNED",
                () -> require(200, journeys.assign(code, "evaluator.a", "evaluator.b")),
                "evaluator.a",
                "evaluator.b");
        require(200, journeys.rate(code, "evaluator.a", 2));
        told(code, "EVALUATION_READY", () -> require(200, journeys.rate(code, "evaluator.b", 2)), "directors");
        told(
                code,
                "EVALUATION_APPROVED",
                () -> require(200, journeys.approve(code, "APPROVED")),
                "evaluator.a",
                "evaluator.b",
                TEAM,
                "coordinator.cl",
                "director.b",
                "funder",
                "auditor");
    }

    /** All who are told in that way by what is done: the country's coordinators played by other tests are left out. */
    private void told(String code, String kind, Runnable act, String... logins) {
        var before = told(code, kind);
        act.run();
        var after = told(code, kind);
        var expected = new TreeSet<String>();
        for (var login : logins) {
            expected.addAll(login.equals("directors") ? Set.of("director.a", "director.b") : Set.of(login));
        }
        var added = new TreeSet<String>();
        after.forEach((login, count) -> {
            if (count > before.getOrDefault(login, 0L) && !login.contains("statements") && isOfDemo(login)) {
                added.add(login);
            }
        });
        assertThat(added).as(kind).isEqualTo(expected);
    }

    private static boolean isOfDemo(String login) {
        return login.matches("(coordinator|member)\\.[a-z]{2}|(director|evaluator)\\.[ab]|funder|auditor|admin");
    }

    private Map<String, Long> told(String code, String kind) {
        var told = new TreeMap<String, Long>();
        jdbc.sql("select p.login, count(*) as n from notice n join person p on p.id = n.recipient"
                        + " join recommendation r on r.id = n.recommendation_id where r.code = ? and n.kind = ? and n.in_app"
                        + " group by p.login")
                .params(code, kind)
                .query(row -> {
                    told.put(row.getString("login"), row.getLong("n"));
                });
        return told;
    }

    private void follow(String code, String login) {
        follows.follow(new RecommendationCode(code), true, people.byLogin(login).orElseThrow());
    }

    private void comment(String login, String code, String text, String visibility) {
        require(200, api.as(login).post(action(code, "comment"), Map.of("text", text, "visibility", visibility)));
    }

    @Test
    void whoeverIsNamedIsToldAndWhoeverMayNotReadItIsNot() {
        var code = journeys.proposed("BO");
        var writer = Visitor.signedIn(environment, TEAM);
        var answer = writer.post(
                "/recommendations/" + code + "/comments",
                Map.of("text", "@director.a and @coordinator.cl, look", "visibility", "TEAM"));

        assertThat(answer.body()).contains("<b class=\"mention\">@Director A</b>", "Coordinator CL");
        assertThat(told(code, "MENTIONED")).isEqualTo(Map.of("director.a", 1L));
        assertThat(told(code, "COMMENTED")).isEmpty();
        assertThat(page("director.a")).contains(code);
        assertThat(page("coordinator.cl")).doesNotContain(code);
    }

    @Test
    void anEditedCommentTellsOnlyWhoeverIsNewInIt() {
        var code = journeys.proposed("BO");
        follow(code, "member.bo");
        var writer = Visitor.signedIn(environment, TEAM);
        writer.post("/recommendations/" + code + "/comments", Map.of("text", "@director.a", "visibility", "TEAM"));
        var comment = jdbc.sql("select c.id from item_comment c join recommendation r on r.id = c.recommendation_id"
                        + " where r.code = ?")
                .param(code)
                .query(UUID.class)
                .single();
        var address = "/recommendations/" + code + "/comments/" + comment;

        assertThat(writer.get(address).body()).contains("@director.a</textarea>");
        var edited = writer.post(address, Map.of("text", "@director.a and @director.b"));

        assertThat(edited.body()).contains("@Director B", "edit");
        assertThat(told(code, "MENTIONED")).isEqualTo(Map.of("director.a", 1L, "director.b", 1L));
        assertThat(told(code, "COMMENTED")).isEqualTo(Map.of("member.bo", 1L));
        assertThat(Visitor.signedIn(environment, "director.a")
                        .post(address, Map.of("text", "Not mine"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** What was told does not outlive the right to read it; the bell counts what is shown. */
    @Test
    void whoeverLeftTheTeamReadsNothingOfIt() {
        var bolivian = PlayedDirectory.team(Role.COORDINATOR, BOLIVIA);
        directory.play("leaves.bo", bolivian);
        var code = journeys.proposed("BO");
        follow(code, "leaves.bo");
        comment("director.a", code, "For the team", "TEAM");
        comment("director.a", code, "For all of us", "NETWORK");
        var leaver = people.byLogin("leaves.bo").orElseThrow();
        assertThat(notices.count(leaver)).isEqualTo(2);
        var hidden = notices.list(null, leaver).items().get(1).id();

        directory.play("leaves.bo", PlayedDirectory.team(Role.MEMBER, new CountryCode("EC")));
        var elsewhere = people.byLogin("leaves.bo").orElseThrow();
        assertThat(notices.count(elsewhere)).isEqualTo(1);
        var visitor = Visitor.signedIn(environment, "leaves.bo");
        assertThat(visitor.get("/notices/" + hidden).statusCode()).isEqualTo(404);

        directory.play("leaves.bo", PlayedDirectory.atLarge(Role.FUNDER));
        assertThat(notices.count(people.byLogin("leaves.bo").orElseThrow())).isZero();
    }

    @Test
    void aFunderReadsRolesInPlaceOfNames() {
        var code = journeys.in("BO", State.UNDER_REVIEW);
        follow(code, "funder");
        journeys.reach(code, State.ADOPTED);
        require(201, api.as("director.a").post("/reports", Map.of()));
        var page = page("funder");

        assertThat(page).contains(code, "Director A").doesNotContainIgnoringCase("coordinator bo");
    }

    /** Nobody is told of her own acts; for whom a deputy acted is told of it. */
    @Test
    void whoeverIsRepresentedIsToldWhatHerDeputyDoes() {
        var today = journeys.today();
        var represented = directory.play("represented.bo", PlayedDirectory.team(Role.COORDINATOR, BOLIVIA));
        var deputy = directory.play("deputy.bo", PlayedDirectory.team(Role.MEMBER, BOLIVIA));
        deputies.arrange(
                new DeputyArrangements.Wish(represented, deputy, today, today.plusDays(1)),
                people.byLogin("admin").orElseThrow());
        var code = journeys.proposed("BO");
        journeys.makeTrackable(code);
        require(
                200,
                api.as("deputy.bo")
                        .post(
                                action(code, "claim"),
                                new LinkedHashMap<>(journeys.claimBody(code, State.UNDER_REVIEW))));

        assertThat(told(code, "CLAIM_MADE"))
                .containsKeys("represented.bo", "director.a")
                .doesNotContainKey("deputy.bo");
        require(200, journeys.decide(code, "CONFIRMED"));
        assertThat(told(code, "CLAIM_CONFIRMED")).containsKeys("represented.bo", "deputy.bo");
        assertThat(page("deputy.bo")).contains("represented.bo");
    }

    @Test
    void whoeverStopsFollowingIsNotMadeAFollowerAgain() {
        var code = journeys.proposed("BO");
        var visitor = Visitor.signedIn(environment, TEAM);
        visitor.post("/recommendations/" + code + "/following", Map.of("follow", "false"));
        comment(TEAM, code, "I say no more", "NETWORK");
        comment("director.a", code, "Do you?", "NETWORK");

        assertThat(told(code, "COMMENTED")).doesNotContainKey(TEAM);
    }

    @Test
    void whoeverFollowsACountryIsToldOfWhatItProposes() {
        var visitor = Visitor.signedIn(environment, "auditor");
        visitor.post("/following", Map.of("country", "BO", "follow", "true"));
        var code = journeys.proposed("BO");
        visitor.post("/following", Map.of("country", "BO", "follow", "false"));

        assertThat(told(code, "RECOMMENDATION_ADDED")).containsKey("auditor");
    }

    @Test
    void whatIsNotWantedIsNotTold() {
        directory.play("quiet.bo", PlayedDirectory.team(Role.MEMBER, BOLIVIA));
        var code = journeys.proposed("BO");
        follow(code, "quiet.bo");
        var quiet = Visitor.signedIn(environment, "quiet.bo");
        quiet.post("/settings/notices", Map.of("wanted", "MENTIONS"));
        comment(TEAM, code, "For all of us", "NETWORK");
        comment(TEAM, code, "And you, @quiet.bo?", "NETWORK");

        assertThat(told(code, "COMMENTED")).doesNotContainKey("quiet.bo");
        assertThat(told(code, "MENTIONED")).containsKey("quiet.bo");
    }

    @Test
    void openingANoticeLeadsThereAndReadsIt() {
        directory.play("reads.bo", PlayedDirectory.team(Role.MEMBER, BOLIVIA));
        var code = journeys.proposed("BO");
        follow(code, "reads.bo");
        comment(TEAM, code, "One", "NETWORK");
        comment(TEAM, code, "Two", "NETWORK");
        var visitor = Visitor.signedIn(environment, "reads.bo");
        assertThat(visitor.get(at(code)).body()).contains("<span class=\"count\" aria-hidden=\"true\">2</span>");
        var newest = notices.list(null, people.byLogin("reads.bo").orElseThrow())
                .items()
                .get(0);

        var place = visitor.get("/notices/" + newest.id());
        assertThat(place.uri().getPath()).isEqualTo(at(code) + "/comments");
        assertThat(place.body()).contains("<span class=\"count\" aria-hidden=\"true\">1</span>");

        visitor.post("/notices/read", Map.of());
        assertThat(visitor.get("/notices").body()).doesNotContain("class=\"count\"");
    }

    /** What somebody set for herself holds on every page. */
    @Test
    void settingsHoldEverywhere() {
        directory.play("sets.bo", PlayedDirectory.team(Role.MEMBER, BOLIVIA));
        var visitor = Visitor.signedIn(environment, "sets.bo");
        var saved = visitor.post("/settings", Map.of("language", "pt", "theme", "DARK"));

        assertThat(saved.body()).contains("<html lang=\"pt\" data-theme=\"dark\">", "data-shortcuts=\"off\"");
        assertThat(Visitor.signedIn(environment, "sets.bo").arrival().body())
                .contains("<html lang=\"pt\" data-theme=\"dark\">");
    }

    private String page(String login) {
        return Visitor.signedIn(environment, login).get("/notices").body();
    }
}
