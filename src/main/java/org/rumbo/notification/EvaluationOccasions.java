package org.rumbo.notification;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.evaluation.EvaluationEvent;
import org.rumbo.evaluation.EvaluationRound;
import org.rumbo.recommendation.About;
import org.rumbo.team.Permission;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what happens in evaluations: evaluators are told that they are asked, directors that there is something to approve. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EvaluationOccasions {
    private final NoticeWriter notices;
    private final Recipients recipients;
    private final EvaluationRound evaluations;
    private final JdbcClient jdbc;

    EvaluationOccasions(NoticeWriter notices, Recipients recipients, EvaluationRound evaluations, JdbcClient jdbc) {
        this.notices = notices;
        this.recipients = recipients;
        this.evaluations = evaluations;
        this.jdbc = jdbc;
    }

    /** Where others are asked instead, those who were asked before know already. */
    @EventListener
    void on(EvaluationEvent.EvaluatorsAssigned event) {
        var about = event.about();
        var asked = new HashSet<>(evaluations.outstanding(about.recommendation()));
        if (event.replaced()) {
            asked.removeAll(askedBefore(about, event.detail().get("evaluation")));
        }
        notices.tellOnly(
                Occasion.of(NoticeKind.EVALUATOR_ASSIGNED, about)
                        .on(event.detail().get("evaluation")),
                asked);
    }

    private Set<UUID> askedBefore(About about, @Nullable Object evaluation) {
        return new HashSet<>(
                jdbc.sql("select recipient from notice where recommendation_id = ? and kind = ? and subject = ?")
                        .params(Arrays.asList(about.recommendation(), NoticeKind.EVALUATOR_ASSIGNED.name(), evaluation))
                        .query(UUID.class)
                        .list());
    }

    @EventListener
    void on(EvaluationEvent.RatingGiven event) {
        var about = event.about();
        if (evaluations.outstanding(about.recommendation()).isEmpty()) {
            notices.tellOnly(
                    Occasion.of(NoticeKind.EVALUATION_READY, about)
                            .on(event.detail().get("evaluation")),
                    recipients.who(Permission.EVALUATION_APPROVE, about));
        }
    }

    @EventListener
    void on(EvaluationEvent.EvaluationReturned event) {
        var about = event.about();
        notices.tellOnly(
                Occasion.of(NoticeKind.EVALUATION_RETURNED, about), evaluations.outstanding(about.recommendation()));
    }

    /** A confirmed fact: also for the evaluators, whose work it is, and for the team. */
    @EventListener
    void on(EvaluationEvent.EvaluationApproved event) {
        var about = event.about();
        var evaluators = new HashSet<>(jdbc.sql("select evaluator from evaluation_assignment where evaluation_id = ?")
                .param(event.detail().get("evaluation"))
                .query(UUID.class)
                .list());
        notices.tell(
                Occasion.of(NoticeKind.EVALUATION_APPROVED, about).saying(event.overall()),
                evaluators,
                recipients.who(Permission.CLAIM_MAKE, about));
    }
}
