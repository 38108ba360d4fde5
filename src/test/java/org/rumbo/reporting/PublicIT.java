package org.rumbo.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;

/** What somebody reads who never signed in: reports for everybody, nothing else. */
@RumboTest
class PublicIT {
    private final Api api;
    private final Journeys journeys;
    private final Environment environment;

    PublicIT(Api api, Journeys journeys, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
    }

    @Test
    void onlyWhatAReportForEverybodySaysIsPublic() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        publish(Map.of());
        assertThat(visit("/public/recommendations/" + code)).isEqualTo(404);

        publish(Map.of("audience", "EVERYBODY"));
        assertThat(visit("/public/recommendations/" + code)).isEqualTo(200);
        var page = new Pages(environment).get("/public?q=" + code).body();
        assertThat(page).contains(code).doesNotContain("Coordinator PE", "Director A");

        var later = journeys.in("PE", State.UNDER_REVIEW);
        publish(Map.of("audience", "FUNDERS"));
        assertThat(visit("/public/recommendations/" + later)).isEqualTo(404);
        assertThat(visit("/public/recommendations/" + code)).isEqualTo(200);
    }

    private void publish(Map<String, ?> wish) {
        require(201, api.as("director.a").post("/reports", wish));
    }

    private int visit(String path) {
        return new Pages(environment).get(path).statusCode();
    }
}
