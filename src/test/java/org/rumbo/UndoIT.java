package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** Taking back what one has just saved. */
@RumboTest
class UndoIT {
    private static final Pattern UNDO = Pattern.compile("action=\"([^\"]+/undo/[^\"]+)\"");

    private final Journeys journeys;
    private final Api api;
    private final Environment environment;

    UndoIT(Journeys journeys, Api api, Environment environment) {
        this.journeys = journeys;
        this.api = api;
        this.environment = environment;
    }

    @Test
    void bringsTheFormerValuesBackOnceAndByAnEventOfItsOwn() {
        var code = journeys.proposed("PE");
        var coordinator = Visitor.signedIn(environment, "coordinator.pe");
        var undo = saved(coordinator, code, "Ministry of Undoing");
        assertThat(addressee(code)).isEqualTo("Ministry of Undoing");

        var back = coordinator.post(undo, Map.of());

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(addressee(code)).isEqualTo("null");
        assertThat(history(code)).isEqualTo(3);
        assertThat(coordinator.post(undo, Map.of()).statusCode()).isEqualTo(409);
        assertThat(history(code)).isEqualTo(3);
    }

    @Test
    void isNobodyElsesAndLeavesWhatChangedSince() {
        var code = journeys.proposed("PE");
        var coordinator = Visitor.signedIn(environment, "coordinator.pe");
        var undo = saved(coordinator, code, "Ministry of Undoing");
        assertThat(Visitor.signedIn(environment, "member.pe")
                        .post(undo, Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(environment, "director.a")
                        .post(undo, Map.of())
                        .statusCode())
                .isEqualTo(403);
        Journeys.require(200, journeys.edit(code, Map.of("addressee", "Senate")));

        var late = coordinator.post(undo, Map.of());

        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.body()).contains("banner warning");
        assertThat(addressee(code)).isEqualTo("Senate");
    }

    private static String saved(Visitor visitor, String code, String addressee) {
        var page = visitor.get("/recommendations/" + code + "/edit").body();
        var title = Pattern.compile("name=\"title.es\"[^>]*>([^<]+)<").matcher(page);
        assertThat(title.find()).isTrue();
        var shown = visitor.post(
                "/recommendations/" + code + "/edit",
                Map.of("title.es", title.group(1), "summary.es", "What should be done", "addressee", addressee));
        var undo = UNDO.matcher(shown.body());
        assertThat(undo.find()).isTrue();
        return undo.group(1);
    }

    private String addressee(String code) {
        return api.as("coordinator.pe")
                .get(Journeys.at(code))
                .json()
                .path("addressee")
                .asString("null");
    }

    private int history(String code) {
        return api.as("coordinator.pe")
                .get(Journeys.at(code) + "/history")
                .json()
                .path("items")
                .size();
    }
}
