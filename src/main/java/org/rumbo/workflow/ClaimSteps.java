package org.rumbo.workflow;

import java.time.Clock;
import java.util.Date;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.team.Network;
import org.rumbo.team.Role;
import org.springframework.stereotype.Component;

/** What the model of a claim asks and does; public, because expressions reach public classes only. */
@Component("claimSteps")
public class ClaimSteps {
    private final RecommendationLifecycle lifecycle;
    private final RecommendationQueries queries;
    private final Network network;
    private final Clock clock;

    ClaimSteps(RecommendationLifecycle lifecycle, RecommendationQueries queries, Network network, Clock clock) {
        this.lifecycle = lifecycle;
        this.queries = queries;
        this.network = network;
        this.clock = clock;
    }

    /** The group that decides claims. */
    public String reviewers(String businessKey) {
        return Role.DIRECTOR.name();
    }

    /** The group that completes a returned claim: the coordinators of the item's country. */
    public String claimants(String businessKey) {
        return Groups.coordinatorsOf(queries.reference(businessKey).country());
    }

    public Date decisionDue(String businessKey) {
        return Date.from(clock.instant().plus(network.decision().due()));
    }

    /** When directors are reminded, as an ISO-8601 duration. */
    public String remindAfter(String businessKey) {
        return network.decision().remindAfter().toString();
    }

    /** When the claim counts as overdue, as an ISO-8601 duration. */
    public String escalateAfter(String businessKey) {
        return network.decision().due().toString();
    }

    public void remindDirectors(String businessKey) {
        lifecycle.remind(new RecommendationCode(businessKey));
    }

    public void escalate(String businessKey) {
        lifecycle.escalate(new RecommendationCode(businessKey));
    }
}
