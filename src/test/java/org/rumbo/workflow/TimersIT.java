package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;

/** Claims that nobody decides: directors are reminded, then the claim counts as overdue, and nothing else changes. */
@RumboTest
class TimersIT {
    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final TimeMachine clock;
    private final ManagementService management;
    private final RuntimeService runtime;

    TimersIT(
            Api api,
            Journeys journeys,
            Records records,
            TimeMachine clock,
            ManagementService management,
            RuntimeService runtime) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.clock = clock;
        this.management = management;
        this.runtime = runtime;
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void anUndecidedClaimIsRemindedOfOnceAndEscalatedOnce() {
        var code = claimed();
        var state = records.of(code);
        clock.advance(Duration.ofDays(11).minusMinutes(1));
        fire(code);
        assertThat(acts(code)).doesNotContain("claim.remind");

        clock.advance(Duration.ofMinutes(2));
        fire(code);
        fire(code);
        assertThat(acts(code)).containsOnlyOnce("claim.remind").doesNotContain("claim.escalate");

        clock.advance(Duration.ofDays(3));
        fire(code);
        fire(code);
        assertThat(acts(code)).containsOnlyOnce("claim.remind").containsOnlyOnce("claim.escalate");

        var after = records.of(code);
        assertThat(after.get("claims")).isEqualTo(state.get("claims"));
        assertThat(after.get("tasks")).isEqualTo(state.get("tasks"));
        assertThat(api.as("coordinator.pe").get(at(code)).json().path("state").asString())
                .isEqualTo("PROPOSED");
        require(200, journeys.decide(code, "CONFIRMED"));
        assertThat(jobs(code)).isEmpty();
    }

    @Test
    void timersActUnderNobodysName() {
        var code = claimed();
        clock.advance(Duration.ofDays(15));
        fire(code);
        for (var entry :
                api.as("coordinator.pe").get(at(code) + "/history").json().path("items")) {
            if (Set.of("claim.remind", "claim.escalate")
                    .contains(entry.path("action").asString())) {
                assertThat(entry.path("actor").asString()).isEqualTo("system");
                assertThat(entry.path("from").asString())
                        .isEqualTo(entry.path("to").asString());
            }
        }
        assertThat(acts(code)).contains("claim.remind", "claim.escalate");
    }

    @Test
    void aDecidedOrWithdrawnClaimIsNotRemindedOf() {
        var code = claimed();
        require(200, journeys.decide(code, "RETURNED"));
        clock.advance(Duration.ofDays(20));
        fire(code);
        assertThat(acts(code)).doesNotContain("claim.remind", "claim.escalate");
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        clock.advance(Duration.ofDays(12));
        fire(code);
        assertThat(acts(code)).containsOnlyOnce("claim.remind");
    }

    @Test
    void anOverdueClaimIsShownAsOverdueToDirectors() {
        var code = claimed();
        assertThat(overdue(code)).containsExactly(false);
        clock.advance(Duration.ofDays(16));
        assertThat(overdue(code)).containsExactly(true);
    }

    private List<Boolean> overdue(String code) {
        var overdue = new ArrayList<Boolean>();
        for (var task : api.as("director.a").get("/tasks").json().path("items")) {
            if (task.path("code").asString().equals(code)) {
                overdue.add(task.path("overdue").asBoolean());
            }
        }
        return overdue;
    }

    private String claimed() {
        var code = journeys.in("PE", State.PROPOSED);
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        return code;
    }

    private List<String> acts(String code) {
        var acts = new ArrayList<String>();
        api.as("coordinator.pe")
                .get(at(code) + "/history")
                .json()
                .path("items")
                .forEach(entry -> acts.add(entry.path("action").asString()));
        return acts;
    }

    /** Runs what is due for the item, and what that in turn makes due. */
    private void fire(String code) {
        List<String> due;
        while (!(due = jobs(code)).isEmpty()) {
            due.forEach(management::executeJob);
        }
    }

    private List<String> jobs(String code) {
        // A claim's process runs under the key of the item that it is about.
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        var due = new ArrayList<String>();
        for (var instance : instances) {
            management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .executable()
                    .list()
                    .forEach(job -> due.add(job.getId()));
        }
        return due;
    }
}
