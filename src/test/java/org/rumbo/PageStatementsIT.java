package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.team.CountryCode;
import org.rumbo.team.DeputyArrangements;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.CountedStatements;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** A page sends no more statements for much than for little. */
@RumboTest
class PageStatementsIT {
    /** More than this for one page would be a statement per row in disguise. */
    private static final int MOST = 25;

    private static final Map<String, List<String>> PAGES_OF_MANY = Map.of(
            "coordinator.ec",
                    List.of(
                            "/work",
                            "/recommendations",
                            "/recommendations?as=board",
                            "/recommendations?as=board&state=PROPOSED",
                            "/recommendations?as=timeline",
                            "/recommendations/views",
                            "/search?q=propo",
                            "/translations",
                            "/progress",
                            "/region",
                            "/reports",
                            "/notices",
                            "/following"),
            "director.a",
                    List.of(
                            "/notices",
                            "/settings",
                            "/settings/notices",
                            "/work",
                            "/recommendations?sort=-updated",
                            "/progress",
                            "/reports/implementation"),
            "auditor",
                    List.of(
                            "/admin",
                            "/admin/processes",
                            "/admin/processes/RecommendationLifecycle",
                            "/admin/texts",
                            "/admin/data?examine=false",
                            "/admin/audit?who=coordinator.ec"),
            "funder",
                    List.of("/recommendations", "/search?q=propo", "/reports", "/reports/implementation", "/progress"));
    private static final List<String> PAGES_OF_ONE = List.of(
            "",
            "/history",
            "/reminders",
            "/progress",
            "/team-actions",
            "/indicators",
            "/context",
            "/comments",
            "/following",
            "/evaluation",
            "/process",
            "/why",
            "/translations",
            "/links");

    private final Api api;
    private final Journeys journeys;
    private final CountedStatements statements;
    private final Environment environment;
    private final PlayedDirectory directory;
    private final People people;
    private final DeputyArrangements arrangements;

    PageStatementsIT(
            Api api,
            Journeys journeys,
            CountedStatements statements,
            Environment environment,
            PlayedDirectory directory,
            People people,
            DeputyArrangements arrangements) {
        this.directory = directory;
        this.people = people;
        this.arrangements = arrangements;
        this.api = api;
        this.journeys = journeys;
        this.statements = statements;
        this.environment = environment;
    }

    @Test
    void pagesOfManyCostTheSameForMore() {
        // Somebody who follows nothing and was told nothing asks for nothing.
        var told = journeys.proposed("EC");
        require(200, api.as("director.a").post(Journeys.action(told, "comment"), Map.of("text", "A remark")));
        journeys.proposed("EC");
        var before = costs();
        for (var i = 0; i < 20; i++) {
            journeys.proposed("EC");
        }
        var after = costs();

        assertThat(after).isEqualTo(before);
        assertThat(after.values()).allSatisfy(cost -> assertThat(cost).isBetween(1, MOST));
    }

    private Map<String, Integer> costs() {
        var costs = new LinkedHashMap<String, Integer>();
        PAGES_OF_MANY.forEach((login, pages) -> {
            var visitor = Visitor.signedIn(environment, login);
            pages.forEach(page -> costs.put(login + " " + page, cost(visitor, page)));
        });
        return costs;
    }

    @Test
    void pagesOfAnItemCostTheSameForMore() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        journeys.evidence(code, "C");
        comment(code);
        act(code);
        var visitor = Visitor.signedIn(environment, "director.a");
        var team = Visitor.signedIn(environment, "coordinator.pe");
        var task = "/recommendations/" + code + "/progress/report";
        var before = costs(visitor, code);
        var ofTask = cost(team, task);
        var ofWork = cost(team, "/work");
        for (var i = 0; i < 10; i++) {
            journeys.evidence(code, "C");
            require(201, api.as("coordinator.pe").post(Journeys.at(code) + "/markers", Map.of("text", "Sign " + i)));
            comment(code);
            act(code);
        }

        assertThat(costs(visitor, code)).isEqualTo(before);
        assertThat(cost(team, task)).isEqualTo(ofTask);
        assertThat(cost(team, "/work")).isEqualTo(ofWork);
        assertThat(before.values()).allSatisfy(cost -> assertThat(cost).isBetween(1, MOST));
    }

    /** Some twenty people of all kinds, half of them with deputies, cost what three hundred would. */
    @Test
    void pagesOfPeopleCostTheSameForMore() {
        var first = team("first", 2);
        var pages = List.of("/people", "/people?team=PE", "/people/" + first, "/people/" + first + "/deputies");
        var before = costs("admin", pages);
        var ofDirector = costs("director.a", List.of("/deputies", "/deputies/new"));
        team("more", 20);

        assertThat(costs("admin", pages)).isEqualTo(before);
        assertThat(costs("director.a", List.of("/deputies", "/deputies/new"))).isEqualTo(ofDirector);
        assertThat(before.values()).allSatisfy(cost -> assertThat(cost).isBetween(1, MOST));
    }

    private UUID team(String kind, int pairs) {
        var peru = new CountryCode("PE");
        var today = journeys.today();
        UUID coordinator = null;
        for (var i = 0; i < pairs; i++) {
            coordinator = directory.play("statements." + kind + "." + i, PlayedDirectory.team(Role.COORDINATOR, peru));
            var member = directory.play("statements.deputy." + kind + "." + i, PlayedDirectory.team(Role.MEMBER, peru));
            arrangements.arrange(
                    new DeputyArrangements.Wish(coordinator, member, today, today.plusDays(9)),
                    people.byLogin("admin").orElseThrow());
        }
        return java.util.Objects.requireNonNull(coordinator);
    }

    private Map<String, Integer> costs(String login, List<String> pages) {
        var visitor = Visitor.signedIn(environment, login);
        var costs = new LinkedHashMap<String, Integer>();
        pages.forEach(page -> costs.put(page, cost(visitor, page)));
        return costs;
    }

    private void comment(String code) {
        require(200, api.as("coordinator.pe").post(Journeys.action(code, "comment"), Map.of("text", "A remark")));
    }

    private void act(String code) {
        var action = Map.of("text", "A letter", "owner", "coordinator.pe", "due", "2027-03-12");
        require(201, api.as("coordinator.pe").post(Journeys.at(code) + "/team-actions", action));
        journeys.counted(code, "Offices", "Yearbook");
    }

    private Map<String, Integer> costs(Visitor visitor, String code) {
        var costs = new LinkedHashMap<String, Integer>();
        PAGES_OF_ONE.forEach(page -> costs.put(page, cost(visitor, "/recommendations/" + code + page)));
        return costs;
    }

    private int cost(Visitor visitor, String page) {
        // Once for what is read a single time, such as a model.
        assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(200);
        return statements.during(() -> visitor.get(page)).size();
    }
}
