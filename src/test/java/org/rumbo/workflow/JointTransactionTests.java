package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One thing happens in one transaction: the row and the engine's step, or neither. */
class JointTransactionTests {
    @Nested
    class OnH2 extends Contract {
        @Override
        EngineContext open() {
            var database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return new EngineContext(database, "h2", Clock.systemUTC());
        }
    }

    @Nested
    class OnPostgreSql extends Contract {
        private @Nullable EmbeddedPostgres server;

        @Override
        EngineContext open() throws IOException {
            server = EmbeddedPostgres.start();
            return new EngineContext(server.getPostgresDatabase(), "postgresql", Clock.systemUTC());
        }

        @Override
        void stop() throws IOException {
            Objects.requireNonNull(server).close();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {
        private static final String KEY = "SPN-2019-XA-a";

        private EngineContext context;
        private JdbcTemplate rows;
        private TransactionTemplate transaction;
        private RuntimeService runtime;

        abstract EngineContext open() throws IOException;

        void stop() throws IOException {}

        @BeforeAll
        void start() throws IOException {
            context = open();
            rows = new JdbcTemplate(context.get(DataSource.class));
            rows.execute("create table item (code varchar(40) primary key)");
            transaction = new TransactionTemplate(context.get(PlatformTransactionManager.class));
            runtime = context.get(RuntimeService.class);
            given(context.claimSteps.reviewers(any())).willReturn("DIRECTOR");
            given(context.claimSteps.remindAfter(any())).willReturn("P11D");
            given(context.claimSteps.escalateAfter(any())).willReturn("P14D");
        }

        @AfterAll
        void end() throws IOException {
            context.close();
            stop();
        }

        @BeforeEach
        @AfterEach
        void clear() {
            rows.update("delete from item");
            for (var life :
                    runtime.createProcessInstanceQuery().rootProcessInstances().list()) {
                runtime.deleteProcessInstance(life.getId(), "end of the test");
            }
        }

        @Test
        void bothHappenTogether() {
            transaction.executeWithoutResult(status -> accept());

            assertThat(lives()).isEqualTo(1);
            assertThat(items()).isEqualTo(1);
        }

        @Test
        void neitherHappensWhenTheApplicationFailsAfterTheEngine() {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        accept();
                        throw new IllegalStateException("after the engine");
                    }))
                    .hasMessage("after the engine");

            assertThat(lives()).isZero();
            assertThat(items()).isZero();
        }

        @Test
        void neitherHappensWhenTheEngineRefusesTheMove() {
            transaction.executeWithoutResult(status -> accept());
            runtime.correlateMessage(LifecycleModel.CLAIM_MADE, KEY);
            var review = context.get(TaskService.class)
                    .createTaskQuery()
                    .singleResult()
                    .getId();

            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        rows.update("update item set code = 'moved'");
                        context.get(TaskService.class)
                                .complete(
                                        review,
                                        Map.of(
                                                ClaimModel.OUTCOME,
                                                ClaimModel.CONFIRMED,
                                                ClaimModel.MOVE_TO,
                                                "EVALUATED"));
                    }))
                    .isInstanceOf(ProcessEngineException.class);

            assertThat(rows.queryForObject("select code from item", String.class))
                    .isEqualTo(KEY);
            assertThat(context.get(TaskService.class)
                            .createTaskQuery()
                            .taskId(review)
                            .count())
                    .isEqualTo(1);
        }

        @Test
        void oneTransactionCarriesAClaimFromDecisionToTheNextState() {
            transaction.executeWithoutResult(status -> accept());
            runtime.correlateMessage(LifecycleModel.CLAIM_MADE, KEY);
            var review = context.get(TaskService.class)
                    .createTaskQuery()
                    .singleResult()
                    .getId();

            context.get(TaskService.class)
                    .complete(
                            review,
                            Map.of(ClaimModel.OUTCOME, ClaimModel.CONFIRMED, ClaimModel.MOVE_TO, "UNDER_REVIEW"));

            assertThat(runtime.createExecutionQuery()
                            .activityId("State_UnderReview")
                            .count())
                    .isEqualTo(1);
            assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
        }

        @Test
        void startingAgainMakesNoNewVersions() {
            var repository = context.get(RepositoryService.class);
            var before = repository.createProcessDefinitionQuery().count();

            context.get(ModelDeployment.class).afterSingletonsInstantiated();

            assertThat(repository.createProcessDefinitionQuery().count())
                    .isEqualTo(before)
                    .isEqualTo(5);
            assertThat(repository.createDecisionDefinitionQuery().count()).isEqualTo(3);
        }

        @Test
        void readsCommittedRowsOnly() throws Exception {
            try (var connection = context.get(DataSource.class).getConnection()) {
                assertThat(connection.getTransactionIsolation())
                        .isEqualTo(java.sql.Connection.TRANSACTION_READ_COMMITTED);
            }
        }

        private void accept() {
            rows.update("insert into item values (?)", KEY);
            runtime.startProcessInstanceByKey(LifecycleModel.PROCESS, KEY);
        }

        private long lives() {
            return runtime.createProcessInstanceQuery().count();
        }

        private int items() {
            return rows.queryForList("select code from item").size();
        }
    }
}
