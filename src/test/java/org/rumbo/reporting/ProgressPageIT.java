package org.rumbo.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** What a director's first page calls her to. */
@RumboTest
class ProgressPageIT {
    private final Journeys journeys;
    private final Environment environment;

    ProgressPageIT(Journeys journeys, Environment environment) {
        this.journeys = journeys;
        this.environment = environment;
    }

    @Test
    void namesClaimsAssignmentsAndRatingsAsSoonAsTheyWaitForADirector() {
        var claimed = journeys.in("EC", State.UNDER_REVIEW);
        assertThat(progress()).doesNotContain(claimed + "/decision");
        require(200, journeys.claim(claimed, State.ADOPTED));
        assertThat(progress()).contains(claimed + "/decision");

        var implemented = journeys.in("EC", State.IMPLEMENTED);
        assertThat(progress()).contains(implemented + "/evaluation");
        require(200, journeys.assign(implemented, "evaluator.a", "evaluator.b"));
        require(200, journeys.rate(implemented, "evaluator.a", 2));
        assertThat(progress()).doesNotContain(implemented + "/evaluation");
        require(200, journeys.rate(implemented, "evaluator.b", 3));
        assertThat(progress()).contains(implemented + "/evaluation");
    }

    private String progress() {
        return Visitor.signedIn(environment, "director.a").get("/progress").body();
    }
}
