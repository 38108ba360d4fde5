package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Claims that were under way when the application was upgraded. */
class InstanceMigrationTests {
    private static final String OLD_REVIEW = "Task_DecideClaim";

    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    private final InstanceMigrations migrations = new InstanceMigrations(MODELS.engine());

    private ProcessInstance life;

    @BeforeEach
    void claimOnTheOldVersionThenUpgrade() {
        deployOld();
        life = MODELS.start(LifecycleModel.PROCESS);
        MODELS.correlate(LifecycleModel.CLAIM_MADE, Map.of());
        assertThat(claim()).isWaitingAtExactly(OLD_REVIEW);
        upgrade();
    }

    @Test
    void anOpenReviewMovesOnWithItsTimersAndCompletes() {
        assertThat(migrations.migrate()).isEqualTo(1);

        assertThat(claim()).isWaitingAtExactly(ClaimModel.TASK_REVIEW);
        assertThat(MODELS.timer(ClaimModel.TIMER_DUE_SOON)).isNotNull();
        assertThat(MODELS.timer(ClaimModel.TIMER_OVERDUE)).isNotNull();
        MODELS.complete(
                ClaimModel.TASK_REVIEW,
                Map.of(ClaimModel.OUTCOME, ClaimModel.CONFIRMED, ClaimModel.MOVE_TO, "UNDER_REVIEW"));
        assertThat(life).isWaitingAtExactly("State_UnderReview");
    }

    @Test
    void aMovedClaimCanDoWhatTheOldVersionCouldNot() {
        migrations.migrate();

        MODELS.correlate(ClaimModel.CLAIM_WITHDRAWN, Map.of(ClaimModel.MOVE_TO, LifecycleModel.STAY));

        assertThat(life).isWaitingAtExactly("State_Proposed");
    }

    @Test
    void aReturnedClaimKeepsItsPlace() {
        MODELS.complete(OLD_REVIEW, Map.of(ClaimModel.OUTCOME, ClaimModel.RETURNED));

        assertThat(migrations.migrate()).isEqualTo(1);

        assertThat(claim()).isWaitingAtExactly(ClaimModel.TASK_COMPLETE);
        MODELS.complete(ClaimModel.TASK_COMPLETE, Map.of());
        assertThat(claim()).isWaitingAtExactly(ClaimModel.TASK_REVIEW);
    }

    @Test
    void findsNothingLeftTheSecondTime() {
        migrations.migrate();

        assertThat(migrations.migrate()).isZero();
        assertThat(claim()).isWaitingAtExactly(ClaimModel.TASK_REVIEW);
    }

    @Test
    void aPlanToAVersionThatIsNotThereFails() {
        var plan = new InstanceMigrations.Plan(ClaimModel.PROCESS, "0.9.0", "9.9.9", Map.of());

        assertThatThrownBy(() -> migrations.migrate(plan)).hasMessageContaining("9.9.9");
        assertThat(claim()).isWaitingAtExactly(OLD_REVIEW);
    }

    private static void deployOld() {
        MODELS.engine()
                .getRepositoryService()
                .createDeployment()
                .addClasspathResource("workflow/status-claim-0.9.0.bpmn")
                .deploy();
    }

    /** The present version on top of the old one, as an upgrade leaves it. */
    private static void upgrade() {
        MODELS.engine()
                .getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/status-claim.bpmn")
                .deploy();
    }

    private static ProcessInstance claim() {
        return MODELS.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(ClaimModel.PROCESS)
                .singleResult();
    }
}
