package org.rumbo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mockito;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Seen;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.WalkedPath;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProcessViewTests {
    @RegisterExtension
    static final ModelEngine MODELS = new ModelEngine();

    private static final RecommendationCode CODE = new RecommendationCode(ModelEngine.KEY);
    private static final Actor ANA = new Actor(UUID.randomUUID(), "ana", "Ana", Map.of(), Set.of());

    private final RecommendationAccess access = Mockito.mock(RecommendationAccess.class);
    private final WalkedPath walked = Mockito.mock(WalkedPath.class);
    private final List<WalkedPath.Step> steps = new ArrayList<>();
    private ProcessView processes;

    @BeforeEach
    void open() {
        var engine = MODELS.engine();
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var messages = new StaticMessageSource();
        messages.addMessage("process.nowHere", Locale.ENGLISH, "you are here");
        for (var month = 1; month <= 12; month++) {
            messages.addMessage("month." + month, Locale.ENGLISH, "month " + month);
        }
        processes = new ProcessView(
                access,
                walked,
                new ProcessPositions(JdbcClient.create(settings.getDataSource())),
                engine.getRuntimeService(),
                engine.getRepositoryService(),
                new Network(
                        "XX",
                        "A network",
                        ZoneId.of("UTC"),
                        Language.ES,
                        "",
                        "",
                        List.of(),
                        List.of(),
                        Duration.ofDays(210),
                        Period.ofMonths(12),
                        new Network.Decision(Duration.ofDays(7), Duration.ofDays(14))),
                messages);
        given(walked.of(any(), anyBoolean())).willReturn(steps);
        MODELS.start(LifecycleModel.PROCESS);
        walk("StartEvent_Accepted", "item.create", State.PROPOSED, State.PROPOSED);
    }

    @Test
    void anAcceptedItemStandsAtItsState() {
        reads(Reading.FULL, State.PROPOSED);

        var standing = processes.of(CODE, ANA);

        assertThat(standing.definition()).isEqualTo(LifecycleModel.PROCESS);
        assertThat(standing.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(standing.current()).containsExactly("State_Proposed");
        assertThat(standing.steps()).extracting(ProcessStanding.Step::activity).containsExactly("StartEvent_Accepted");
        assertThat(processes.drawings(CODE, ANA, Locale.ENGLISH)).hasSize(1);
    }

    @Test
    void itsTeamSeesTheOpenClaimInItsOwnModel() {
        reads(Reading.FULL, State.PROPOSED);
        claim();
        returned();

        var drawings = processes.drawings(CODE, ANA, Locale.ENGLISH);

        assertThat(processes.of(CODE, ANA).current()).containsExactly("Call_ClaimProposed", "Task_CompleteClaim");
        assertThat(drawings)
                .extracting(ProcessStanding.Drawing::model)
                .containsExactly(LifecycleModel.PROCESS, ClaimModel.PROCESS);
        assertThat(toneOf(drawings.get(0), "State_Proposed")).isEqualTo("done");
        assertThat(toneOf(drawings.get(0), "Call_ClaimProposed")).isEqualTo("now");
        assertThat(toneOf(drawings.get(0), "Flow_Proposed_UnderReview")).isEqualTo("muted");
        assertThat(toneOf(drawings.get(1), "Task_ReviewClaim")).isEqualTo("done");
        assertThat(toneOf(drawings.get(1), "Flow_Outcome_Returned")).isEqualTo("done");
        assertThat(toneOf(drawings.get(1), "Task_CompleteClaim")).isEqualTo("now");
        assertThat(drawings.get(0).svg()).contains("you are here");
    }

    @Test
    void othersLearnNothingOfAnOpenClaim() {
        reads(Reading.FULL, State.PROPOSED);
        claim();
        var told = processes.drawings(CODE, ANA, Locale.ENGLISH).get(0).svg();
        steps.removeIf(step -> step.action().equals("claim.make"));
        reads(Reading.NETWORK, State.PROPOSED);

        var standing = processes.of(CODE, ANA);
        var drawings = processes.drawings(CODE, ANA, Locale.ENGLISH);

        assertThat(standing.current()).containsExactly("State_Proposed");
        assertThat(drawings).hasSize(1);
        assertThat(toneOf(drawings.get(0), "State_Proposed")).isEqualTo("now");
        assertThat(toneOf(drawings.get(0), "Call_ClaimProposed")).isEqualTo("muted");
        assertThat(drawings.get(0).svg()).isNotEqualTo(told);
        then(walked).should(Mockito.atLeastOnce()).of(any(), Mockito.eq(true));
    }

    @Test
    void othersAreToldAConfirmedMoveAsAStepOfTheLife() {
        walk("Task_ReviewClaim", "claim.confirm", State.PROPOSED, State.UNDER_REVIEW);
        reads(Reading.RELEASED, State.UNDER_REVIEW);

        assertThat(processes.of(CODE, ANA).steps())
                .extracting(ProcessStanding.Step::model, ProcessStanding.Step::activity)
                .contains(org.assertj.core.groups.Tuple.tuple(LifecycleModel.PROCESS, "Call_ClaimProposed"));
        var drawing = processes.drawings(CODE, ANA, Locale.ENGLISH).get(0);
        assertThat(toneOf(drawing, "Flow_Proposed_UnderReview")).isEqualTo("done");
        assertThat(toneOf(drawing, "State_UnderReview")).isEqualTo("now");
    }

    @Test
    void aClaimThatWasNotConfirmedLeadsBackOnTheFlowThatStays() {
        reads(Reading.FULL, State.PROPOSED);
        walk("State_Proposed", "claim.make", State.PROPOSED, State.PROPOSED);
        walk("Task_ReviewClaim", "claim.disagree", State.PROPOSED, State.PROPOSED);

        var drawing = processes.drawings(CODE, ANA, Locale.ENGLISH).get(0);

        assertThat(toneOf(drawing, "Flow_Proposed_Stays")).isEqualTo("done");
        assertThat(toneOf(drawing, "Call_ClaimProposed")).isEqualTo("done");
        assertThat(toneOf(drawing, "State_Proposed")).isEqualTo("now");
    }

    @Test
    void aStepBackIsDrawnThroughItsLinks() {
        walk("Task_ReviewClaim", "claim.confirm", State.PROPOSED, State.UNDER_REVIEW);
        walk("Task_ReviewClaim", "claim.confirm", State.UNDER_REVIEW, State.IMPLEMENTED);
        walk("Task_ApproveEvaluation", "evaluation.approve", State.IMPLEMENTED, State.EVALUATED);
        walk("State_Evaluated", "item.reopen", State.EVALUATED, State.ADOPTED);
        reads(Reading.RELEASED, State.ADOPTED);

        var drawing = processes.drawings(CODE, ANA, Locale.ENGLISH).get(0);

        assertThat(toneOf(drawing, "Flow_UnderReview_Implemented")).isEqualTo("done");
        assertThat(toneOf(drawing, "Message_EvaluatorsAssigned")).isEqualTo("done");
        assertThat(toneOf(drawing, "Message_Reopened")).isEqualTo("done");
        assertThat(toneOf(drawing, "Link_ReopenedEvaluatedBackToAdopted")).isEqualTo("done");
        assertThat(toneOf(drawing, "Link_BackToAdopted")).isEqualTo("done");
        assertThat(toneOf(drawing, "Call_ClaimEvaluated")).isEqualTo("muted");
        assertThat(toneOf(drawing, "State_Adopted")).isEqualTo("now");
    }

    private void claim() {
        MODELS.correlate(LifecycleModel.CLAIM_MADE, Map.of());
        walk("State_Proposed", "claim.make", State.PROPOSED, State.PROPOSED);
    }

    private void returned() {
        MODELS.complete(ClaimModel.TASK_REVIEW, Map.of(ClaimModel.OUTCOME, ClaimModel.RETURNED));
        walk("Task_ReviewClaim", "claim.return", State.PROPOSED, State.PROPOSED);
    }

    private void walk(String activity, String action, State from, State to) {
        steps.add(new WalkedPath.Step(activity, action, from, to, Instant.parse("2030-01-01T12:00:00Z"), "somebody"));
    }

    private void reads(Reading reading, State state) {
        given(access.see(CODE, ANA))
                .willReturn(
                        new Seen(UUID.randomUUID(), CODE, new CountryCode("XA"), state, Origin.PAPER, false, reading));
    }

    /** Whether the element is drawn as done, now or muted. */
    private static String toneOf(ProcessStanding.Drawing drawing, String element) {
        var group = drawing.svg().substring(drawing.svg().indexOf("data-element=\"" + element + "\""));
        var classes = group.substring(group.indexOf("class=\"") + 7);
        var names = classes.substring(0, classes.indexOf('"')).split(" ");
        return names[names.length - 1];
    }
}
