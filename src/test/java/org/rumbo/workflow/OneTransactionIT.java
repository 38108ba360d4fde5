package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.require;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Api.Answer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Sabotage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The item, its ledger event and the engine's step are one thing: whichever of them fails, none of them happened. */
@RumboTest
class OneTransactionIT {
    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final Sabotage sabotage;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final Clock clock;

    OneTransactionIT(
            Api api,
            Journeys journeys,
            Records records,
            Sabotage sabotage,
            RuntimeService runtime,
            JdbcClient jdbc,
            Clock clock) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.sabotage = sabotage;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void whenTheEngineRefusesNothingHappens() {
        var code = claimed();
        var life = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .active()
                .list();
        life.forEach(instance -> runtime.suspendProcessInstanceById(instance.getId()));
        try {
            assertNothingHappens(code, 409, () -> journeys.decide(code, "CONFIRMED"));
        } finally {
            life.forEach(instance -> runtime.activateProcessInstanceById(instance.getId()));
        }
        require(200, journeys.decide(code, "CONFIRMED"));
    }

    /** As if the process had been lost: the item must not run ahead of it. */
    @Test
    void whenTheEngineHasNoSuchTaskNothingHappens() {
        var code = claimed();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "lost"));
        assertNothingHappens(code, 409, () -> journeys.decide(code, "CONFIRMED"));
        assertNothingHappens(code, 409, () -> api.as("coordinator.pe")
                .post(action(code, "withdraw-claim"), Map.of("reason", "none")));
    }

    @Test
    void whenTheLedgerRefusesNothingHappens() {
        var code = claimed();
        var item = jdbc.sql("select id from recommendation where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
        var taken = UUID.randomUUID();
        jdbc.sql("insert into ledger_event (event_id, item_id, item_rev, payload, recorded_at, action, audience)"
                        + " values (?, ?, (select rev + 1 from recommendation where id = ?), ?, ?, 'test', 'FULL')")
                .params(taken, item, item, "{}".getBytes(StandardCharsets.UTF_8), Timestamp.from(clock.instant()))
                .update();
        try {
            assertNothingHappens(code, 500, () -> journeys.decide(code, "CONFIRMED"));
        } finally {
            jdbc.sql("delete from ledger_event where event_id = ?").param(taken).update();
        }
        require(200, journeys.decide(code, "CONFIRMED"));
    }

    @Test
    void whenTheListsRefuseNothingHappens() {
        var code = claimed();
        jdbc.sql("alter table recommendation_listing rename to listing_elsewhere")
                .update();
        Answer answer;
        try {
            answer = journeys.decide(code, "CONFIRMED");
        } finally {
            jdbc.sql("alter table listing_elsewhere rename to recommendation_listing")
                    .update();
        }
        assertThat(answer.status()).isEqualTo(500);
        assertThat(records.of(code).get("claims").toString()).contains("UNDER_REVIEW");
        require(200, journeys.decide(code, "CONFIRMED"));
    }

    @Test
    void whenSomethingFailsAfterAllOfThemNothingHappens() {
        var code = claimed();
        sabotage.failAfterEverybodyElse();
        assertNothingHappens(code, 500, () -> journeys.decide(code, "CONFIRMED"));
        sabotage.failAtCommit();
        assertNothingHappens(code, 500, () -> journeys.decide(code, "RETURNED"));
        require(200, journeys.decide(code, "CONFIRMED"));
    }

    @Test
    void anEntryThatFailsLeavesNoItemAndNoProcess() {
        var before = records.events();
        sabotage.failAfterEverybodyElse();
        var title = "Never there " + UUID.randomUUID();
        var answer = api.as("coordinator.pe")
                .post("/recommendations", Map.of("country", "PE", "title", title, "summary", "x", "language", "es"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain(Sabotage.MESSAGE);
        assertThat(records.events()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from recommendation where title_es = ?")
                        .param(title)
                        .query(Long.class)
                        .single())
                .isZero();
        var next = journeys.proposed("PE");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(next)
                        .count())
                .isEqualTo(1);
    }

    private String claimed() {
        var code = journeys.in("PE", State.PROPOSED);
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        return code;
    }

    private void assertNothingHappens(String code, int status, Supplier<Answer> call) {
        var before = records.of(code);
        var answer = call.get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(records.of(code)).isEqualTo(before);
    }
}
