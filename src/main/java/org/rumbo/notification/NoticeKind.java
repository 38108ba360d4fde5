package org.rumbo.notification;

import java.util.EnumSet;
import java.util.Set;
import org.rumbo.recommendation.Reading;

/** The occasions on which somebody is told something; each has its sentence. */
public enum NoticeKind {
    CLAIM_MADE(Topic.CLAIMS, Reading.FULL, "state."),
    CLAIM_RETURNED(Topic.CLAIMS, Reading.FULL, ""),
    CLAIM_CONFIRMED(Topic.CLAIMS, Reading.RELEASED, "state."),
    CLAIM_DISAGREED(Topic.CLAIMS, Reading.FULL, "level."),
    CLAIM_WITHDRAWN(Topic.CLAIMS, Reading.FULL, ""),
    CLAIM_REMINDED(Topic.CLAIMS, Reading.FULL, ""),
    CLAIM_ESCALATED(Topic.CLAIMS, Reading.FULL, ""),
    REOPENED(Topic.CLAIMS, Reading.RELEASED, "state."),
    EVALUATOR_ASSIGNED(Topic.EVALUATIONS, Reading.FULL, ""),
    EVALUATION_READY(Topic.EVALUATIONS, Reading.FULL, ""),
    EVALUATION_RETURNED(Topic.EVALUATIONS, Reading.FULL, ""),
    EVALUATION_APPROVED(Topic.EVALUATIONS, Reading.RELEASED, "score."),
    RECOMMENDATION_ADDED(Topic.NEWS, Reading.RELEASED, ""),
    OWNER_NAMED(Topic.NEWS, Reading.FULL, ""),
    PROGRESS_REPORTED(Topic.NEWS, Reading.NETWORK, ""),
    PROGRESS_DRAFTED(Topic.NEWS, Reading.FULL, ""),
    CONTEXT_ASKED(Topic.NEWS, Reading.FULL, "contextKind."),
    POSITION_RECORDED(Topic.NEWS, Reading.FULL, "position."),
    EVIDENCE_RELEASED(Topic.EVIDENCE, Reading.RELEASED, "visibility."),
    COMMENTED(Topic.COMMENTS, Reading.NETWORK, ""),
    MENTIONED(Topic.MENTIONS, Reading.NETWORK, ""),
    DUE_REMINDED(Topic.DUE, Reading.FULL, ""),
    DUE_ESCALATED(Topic.DUE, Reading.FULL, ""),
    ACTION_REMINDED(Topic.DUE, Reading.FULL, ""),
    ACTION_ESCALATED(Topic.DUE, Reading.FULL, ""),
    REPORT_PUBLISHED(Topic.REPORTS, Reading.NOTHING, ""),
    ROUND_OPENED(Topic.ROUNDS, Reading.NOTHING, ""),
    ROUND_REMINDED(Topic.ROUNDS, Reading.NOTHING, ""),
    ROUND_ESCALATED(Topic.ROUNDS, Reading.NOTHING, "country."),
    ROUND_SUBMITTED(Topic.ROUNDS, Reading.NOTHING, "country."),
    ROUND_RETURNED(Topic.ROUNDS, Reading.NOTHING, "country."),
    ROUND_ACCEPTED(Topic.ROUNDS, Reading.NOTHING, "country."),
    ROUND_CLOSED(Topic.ROUNDS, Reading.NOTHING, ""),
    PAPER_READ(Topic.PAPERS, Reading.NOTHING, ""),
    PAPER_UNREADABLE(Topic.PAPERS, Reading.NOTHING, ""),
    PAPER_DONE(Topic.PAPERS, Reading.NOTHING, ""),
    DEPUTY_ARRANGED(Topic.PEOPLE, Reading.NOTHING, ""),
    DEPUTY_ENDED(Topic.PEOPLE, Reading.NOTHING, ""),
    ROLES_CHANGED(Topic.PEOPLE, Reading.NOTHING, "");

    /** What follows from them is somebody's next step, or closes one of her own. */
    private static final Set<NoticeKind> STEPS = EnumSet.of(
            CLAIM_MADE,
            CLAIM_RETURNED,
            CLAIM_CONFIRMED,
            CLAIM_DISAGREED,
            CLAIM_REMINDED,
            CLAIM_ESCALATED,
            REOPENED,
            EVALUATOR_ASSIGNED,
            EVALUATION_READY,
            EVALUATION_RETURNED,
            OWNER_NAMED,
            PROGRESS_DRAFTED,
            MENTIONED,
            DUE_REMINDED,
            DUE_ESCALATED,
            ACTION_REMINDED,
            ACTION_ESCALATED,
            ROUND_OPENED,
            ROUND_REMINDED,
            ROUND_ESCALATED,
            ROUND_SUBMITTED,
            ROUND_RETURNED,
            PAPER_READ,
            PAPER_UNREADABLE,
            DEPUTY_ARRANGED,
            ROLES_CHANGED);

    private final Topic topic;
    private final Reading least;
    private final String words;

    NoticeKind(Topic topic, Reading least, String words) {
        this.topic = topic;
        this.least = least;
        this.words = words;
    }

    public Topic topic() {
        return topic;
    }

    /** How much of the recommendation one must be able to read to be told, unless the occasion asks for more. */
    Reading least() {
        return least;
    }

    /** Whether those whom it concerns are told by mail at once, unless they say otherwise. */
    boolean isStep() {
        return STEPS.contains(this);
    }

    /** Where the messages have the word that the sentence names; empty where it names none, or a date. */
    public String words() {
        return words;
    }
}
