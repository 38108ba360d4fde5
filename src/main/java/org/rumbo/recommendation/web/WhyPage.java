package org.rumbo.recommendation.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimStatus;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.Seen;
import org.rumbo.team.AccessExplanation;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a reader can do with a recommendation now and, for each thing that she cannot, why. Whoever does not read it in full is
 * given reasons of role, team and state alone: what is under way is none of them.
 */
@Component
class WhyPage {
    private final RecommendationReader reader;
    private final RecommendationAccess access;
    private final AccessExplanation explanation;
    private final MessageSource messages;

    WhyPage(
            RecommendationReader reader,
            RecommendationAccess access,
            AccessExplanation explanation,
            MessageSource messages) {
        this.reader = reader;
        this.access = access;
        this.explanation = explanation;
        this.messages = messages;
    }

    /** Something that can be done with a recommendation: its name in the API, its row of the matrix, its place on the pages. */
    private enum Thing {
        READ("read", Permission.ITEM_READ_FULL, ""),
        EDIT("edit", Permission.ITEM_EDIT, "/edit"),
        EDIT_MARKERS("edit-markers", Permission.MARKER_EDIT, "/markers"),
        MEET_MARKERS("meet-markers", Permission.MARKER_MET, "#markers"),
        ADD_EVIDENCE("add-evidence", Permission.EVIDENCE_ADD, "/evidence"),
        RELEASE_EVIDENCE("release-evidence", Permission.EVIDENCE_RELEASE, "#evidence"),
        MARK_LINK("mark-link", Permission.EVIDENCE_LINK, "#evidence"),
        REPORT_PROGRESS("report-progress", Permission.PROGRESS_DRAFT, "/progress/report"),
        RECORD_POSITION("record-position", Permission.POSITION_RECORD, "/position"),
        CLAIM("claim", Permission.CLAIM_MAKE, "/claim"),
        WITHDRAW_CLAIM("withdraw-claim", Permission.CLAIM_WITHDRAW, "/withdraw"),
        DECIDE("decide", Permission.CLAIM_DECIDE, "/decision"),
        ASSIGN_EVALUATORS("assign-evaluators", Permission.EVALUATORS_ASSIGN, "/evaluation"),
        RATE("rate", Permission.EVALUATION_RATE, "/evaluation"),
        APPROVE_EVALUATION("approve-evaluation", Permission.EVALUATION_APPROVE, "/evaluation"),
        REOPEN("reopen", Permission.ITEM_REOPEN, "/reopen"),
        EDIT_LINKS("edit-links", Permission.LINK_EDIT, "/links"),
        COMMENT("comment", Permission.COMMENT_ADD_NETWORK, "/comments");

        private final String action;
        private final Permission permission;
        private final String path;

        Thing(String action, Permission permission, String path) {
            this.action = action;
            this.permission = permission;
            this.path = path;
        }
    }

    /**
     * @param href where it is done; null where it cannot be done
     * @param reason why not; null where it can be done
     */
    record Line(
            String action, @Nullable String href, @Nullable String reason) {}

    List<Line> of(RecommendationCode code, Actor actor, Locale locale) {
        var view = reader.read(code, actor);
        var seen = access.see(code, actor);
        return java.util.Arrays.stream(Thing.values())
                .map(thing -> line(thing, view, seen, actor, locale))
                .toList();
    }

    private Line line(Thing thing, RecommendationView view, Seen seen, Actor actor, Locale locale) {
        var possible = thing == Thing.READ
                ? seen.reading() == Reading.FULL
                : view.actions().contains(thing.action);
        return possible
                ? new Line(thing.action, "/recommendations/" + seen.code() + thing.path, null)
                : new Line(thing.action, null, reason(thing, view, seen, actor, locale));
    }

    private String reason(Thing thing, RecommendationView view, Seen seen, Actor actor, Locale locale) {
        return switch (access.ask(actor, thing.permission, seen)) {
            case REFUSED -> explanation.needs(thing.permission, seen.country(), seen.origin() == Origin.PAPER, locale);
            case IN_ANOTHER_STATE -> explanation.inStates(actor, thing.permission, seen.target(), locale);
            case PERMITTED ->
                messages.getMessage(
                        "why." + (view instanceof RecommendationView.Full full ? underWay(thing, full) : "notNow"),
                        null,
                        locale);
        };
    }

    /** What stands in the way of who may do it in this state: something that is open, that is not, or that she did herself. */
    private static String underWay(Thing thing, RecommendationView.Full view) {
        var claim = view.claim();
        var underReview = claim != null && claim.status() == ClaimStatus.UNDER_REVIEW;
        return switch (thing) {
            case DECIDE -> underReview ? "ownClaim" : "noClaimUnderReview";
            case WITHDRAW_CLAIM -> "noClaim";
            case RATE -> view.evaluationOpen() ? "rated" : "noEvaluation";
            case APPROVE_EVALUATION -> view.evaluationOpen() ? "ownRating" : "noEvaluation";
            case ASSIGN_EVALUATORS -> view.evaluationOpen() ? "ratingsComplete" : "claimOpen";
            case CLAIM, REOPEN -> view.evaluationOpen() ? "evaluationOpen" : underReview ? "frozen" : "claimOpen";
            default -> underReview ? "frozen" : "notNow";
        };
    }
}
