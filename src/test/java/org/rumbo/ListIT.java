package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.RecommendationFilter.Sort;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Page;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** The list: its order page by page, the views that people keep, and one change for many. */
@RumboTest
class ListIT {
    private static final Pattern ITEM = Pattern.compile("name=\"item\" value=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
    private static final Pattern VIEW = Pattern.compile("/recommendations/views/([0-9a-f-]{36})\"");

    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final RecommendationQueries queries;
    private final People people;
    private final TimeMachine clock;
    private final Environment environment;

    ListIT(
            Api api,
            Journeys journeys,
            Records records,
            RecommendationQueries queries,
            People people,
            TimeMachine clock,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.queries = queries;
        this.people = people;
        this.clock = clock;
        this.environment = environment;
    }

    @Test
    void everyOrderGoesOnWhereThePageBeforeEnded() {
        var office = "Office " + UUID.randomUUID();
        var today = journeys.today();
        for (var days : new int[] {40, 10, 40, -5, 0, 0, 20}) {
            var fields = new LinkedHashMap<String, Object>(Map.of("addressee", office));
            if (days != 0) {
                fields.put("targetDate", today.plusDays(days).toString());
            }
            require(200, journeys.edit(journeys.proposed("EC"), fields));
        }
        for (var sort : Sort.values()) {
            var whole = codes(page(office, sort, 50, null).items());
            var inPages = new ArrayList<String>();
            String after = null;
            do {
                var page = page(office, sort, 2, after);
                inPages.addAll(codes(page.items()));
                after = page.next();
            } while (after != null);
            assertThat(inPages).as(sort.name()).hasSize(7).isEqualTo(whole);
        }
        for (var sort : List.of(Sort.DUE, Sort.DUE_BACK)) {
            // What has no date stands last, whichever way dates run.
            assertThat(page(office, sort, 50, null).items().subList(5, 7))
                    .allSatisfy(row -> assertThat(row.targetDate()).isNull());
        }
    }

    private Page<RecommendationRow> page(String office, Sort sort, int limit, @Nullable String after) {
        return queries.list(
                new RecommendationFilter(
                        List.of(), List.of(), List.of(), office, null, false, false, false, sort, limit, after),
                actor("coordinator.ec"));
    }

    private static List<String> codes(List<RecommendationRow> rows) {
        return rows.stream().map(RecommendationRow::code).toList();
    }

    private Actor actor(String login) {
        return people.byLogin(login).orElseThrow();
    }

    @Test
    void aSharedViewIsAQuestionNotItsAnswer() {
        var name = "Ours " + UUID.randomUUID().toString().substring(0, 8);
        var coordinator = Visitor.signedIn(environment, "coordinator.cl");
        var member = Visitor.signedIn(environment, "member.cl");
        var elsewhere = Visitor.signedIn(environment, "member.co");
        var answer = coordinator.post(
                "/recommendations/views",
                Map.of("name", "  " + name + " ", "query", "step=DECIDE_CLAIM&country=CL&shoe=42", "team", "CL"));

        assertThat(answer.uri().getQuery()).isEqualTo("country=CL&step=DECIDE_CLAIM");
        assertThat(answer.body()).contains(name);
        assertThat(member.get("/recommendations").body()).contains(name, "country=CL&amp;step=DECIDE_CLAIM");
        assertThat(elsewhere.get("/recommendations").body()).doesNotContain(name);
        // The same name twice, and another country's team, are refused.
        assertThat(keep(coordinator, name, "CL").statusCode()).isEqualTo(422);
        assertThat(keep(coordinator, name + " again", "PE").statusCode()).isEqualTo(422);

        var id = find(VIEW, coordinator.get("/recommendations/views").body()).get(0);
        assertThat(member.get("/recommendations/views/" + id).statusCode()).isEqualTo(404);
        assertThat(member.post("/recommendations/views/" + id + "/delete", Map.of())
                        .statusCode())
                .isEqualTo(404);
        coordinator.post("/recommendations/views/" + id, Map.of("name", name, "query", "due=overdue", "first", "true"));
        assertThat(member.get("/recommendations").body()).doesNotContain(name);
        assertThat(coordinator.get("/recommendations").uri().getQuery()).isEqualTo("due=overdue");
        assertThat(coordinator.get("/recommendations?as=table").uri().getQuery())
                .isEqualTo("as=table");
        coordinator.post("/recommendations/views/" + id + "/delete", Map.of());
        assertThat(coordinator.get("/recommendations").uri().getQuery()).isNull();
    }

    private static HttpResponse<String> keep(Visitor visitor, String name, String team) {
        return visitor.post("/recommendations/views", Map.of("name", name, "query", "", "team", team));
    }

    @Test
    void manyChangeAsOneByOneAndAreSetBackWhereNobodyChangedThemSince() {
        var first = journeys.in("PE", State.PROPOSED);
        var second = journeys.proposed("PE");
        var third = journeys.proposed("PE");
        var anothers = journeys.proposed("BO");
        var visitor = Visitor.signedIn(environment, "coordinator.pe");
        var asked = visitor.get("/recommendations/bulk?field=TARGET_DATE&code=" + first + "&code=" + second + "&code="
                        + third + "&code=" + anothers)
                .body();
        assertThat(find(ITEM, asked)).hasSize(3).noneMatch(item -> item.startsWith(anothers));
        // Somebody is quicker with one of them.
        require(200, journeys.edit(third, Map.of("priority", true)));

        var before = records.events(first);
        var id = find(ID, asked).get(0);
        var made = change(visitor, id, asked);
        assertThat(made.uri().getPath()).isEqualTo("/recommendations/bulk/" + id);
        assertThat(due(first)).isEqualTo("2031-02-03");
        assertThat(due(second)).isEqualTo("2031-02-03");
        assertThat(due(third)).isEmpty();
        assertThat(records.events(first)).isEqualTo(before + 1);
        // Sent twice, it is made once; to others it is not there.
        change(visitor, id, asked);
        assertThat(records.events(first)).isEqualTo(before + 1);
        assertThat(Visitor.signedIn(environment, "coordinator.bo")
                        .get("/recommendations/bulk/" + id)
                        .statusCode())
                .isEqualTo(404);

        require(200, journeys.edit(second, Map.of("targetDate", "2032-01-01")));
        visitor.post("/recommendations/bulk/" + id + "/undo", Map.of());
        assertThat(due(first)).isEqualTo(journeys.today().plusYears(1).toString());
        assertThat(due(second)).isEqualTo("2032-01-01");
        assertThat(records.events(first)).isEqualTo(before + 2);
    }

    @Test
    void afterTenMinutesNothingIsSetBack() {
        var code = journeys.proposed("PE");
        var visitor = Visitor.signedIn(environment, "coordinator.pe");
        var asked = visitor.get("/recommendations/bulk?field=TARGET_DATE&code=" + code)
                .body();
        var id = find(ID, asked).get(0);
        change(visitor, id, asked);
        try {
            clock.advance(Duration.ofMinutes(11));
            assertThat(visitor.post("/recommendations/bulk/" + id + "/undo", Map.of())
                            .statusCode())
                    .isEqualTo(409);
        } finally {
            clock.comeBack();
        }
        assertThat(due(code)).isEqualTo("2031-02-03");
    }

    private static HttpResponse<String> change(Visitor visitor, String id, String asked) {
        return visitor.post(
                "/recommendations/bulk",
                Map.of(
                        "id",
                        id,
                        "field",
                        "TARGET_DATE",
                        "item",
                        String.join(",", find(ITEM, asked)),
                        "targetDate.day",
                        "3",
                        "targetDate.month",
                        "2",
                        "targetDate.year",
                        "2031"));
    }

    private String due(String code) {
        return api.as(Journeys.coordinatorOf(code))
                .get(at(code))
                .json()
                .path("targetDate")
                .asString("");
    }

    private static List<String> find(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(match -> match.group(1)).toList();
    }
}
