package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.RecommendationView;

/**
 * What the recommendation waits for, who does it until when, and the one button for a reader who can do it now.
 *
 * @param who whose turn it is: team, directors, evaluators or nobody
 * @param missing fields that stand between it and being put before its addressee
 * @param action the name of the button; null where it is not this reader's turn
 */
record NextStepCard(
        NextStep step,
        String who,
        @Nullable LocalDate due,
        long lateDays,
        boolean soon,
        List<String> missing,
        @Nullable String action,
        @Nullable String href) {

    static NextStepCard of(RecommendationView.Full view, NetworkDays days) {
        var facts = view.facts();
        var step = view.nextStep();
        var due = due(view, days);
        var action = action(view);
        return new NextStepCard(
                step,
                who(step),
                due,
                days.late(due),
                days.soon(due),
                step == NextStep.MAKE_TRACKABLE ? missing(facts) : List.of(),
                action,
                action == null ? null : "/recommendations/" + facts.code() + path(action, step, facts));
    }

    private static @Nullable LocalDate due(RecommendationView.Full view, NetworkDays days) {
        return switch (view.nextStep()) {
            case DECIDE_CLAIM ->
                view.claim() == null ? null : days.decisionDue(view.claim().madeAt());
            case MAKE_TRACKABLE, DELIVER, CLAIM_ADOPTION, CLAIM_IMPLEMENTATION, COMPLETE_CLAIM ->
                view.facts().targetDate();
            default -> null;
        };
    }

    private static String who(NextStep step) {
        return switch (step) {
            case MAKE_TRACKABLE, DELIVER, CLAIM_ADOPTION, CLAIM_IMPLEMENTATION, COMPLETE_CLAIM -> "team";
            case ASSIGN_EVALUATORS, DECIDE_CLAIM -> "directors";
            case EVALUATE -> "evaluators";
            case NONE -> "nobody";
        };
    }

    /** What makes a recommendation trackable and is not there yet. */
    static List<String> missing(RecommendationView.Facts facts) {
        var missing = new ArrayList<String>();
        if (facts.addressee() == null) {
            missing.add("addressee");
        }
        if (facts.reading() == null) {
            missing.add("reading");
        }
        if (facts.targetDate() == null) {
            missing.add("targetDate");
        }
        if (facts.themes().isEmpty()) {
            missing.add("themes");
        }
        if (facts.markers().isEmpty()) {
            missing.add("markers");
        }
        return missing;
    }

    private static @Nullable String action(RecommendationView.Full view) {
        var wanted =
                switch (view.nextStep()) {
                    case MAKE_TRACKABLE -> onlyMarkersMissing(view.facts()) ? "edit-markers" : "edit";
                    case CLAIM_IMPLEMENTATION -> expectsMore(view.facts()) ? "report-progress" : "claim";
                    case DELIVER, CLAIM_ADOPTION, COMPLETE_CLAIM -> "claim";
                    case DECIDE_CLAIM -> "decide";
                    case ASSIGN_EVALUATORS -> "assign-evaluators";
                    case EVALUATE -> view.actions().contains("rate") ? "rate" : "approve-evaluation";
                    case NONE -> "";
                };
        if (view.actions().contains(wanted)) {
            return wanted;
        }
        // Whoever cannot take the step itself can often tell how things stand.
        return view.nextStep().isOfTeam() && view.actions().contains("report-progress") ? "report-progress" : null;
    }

    /** While an expected marker is not met, a claim would be refused: then what there is to do is to tell how it goes. */
    private static boolean expectsMore(RecommendationView.Facts facts) {
        return facts.markers().stream().anyMatch(marker -> marker.ambition() == Ambition.EXPECT && !marker.met());
    }

    private static boolean onlyMarkersMissing(RecommendationView.Facts facts) {
        return missing(facts).equals(List.of("markers"));
    }

    private static String path(String action, NextStep step, RecommendationView.Facts facts) {
        return switch (action) {
            case "edit" -> "/edit";
            case "edit-markers" -> "/markers";
            case "decide" -> "/decision";
            case "claim" -> "/claim" + target(step);
            case "report-progress" -> "/progress/report";
            default -> "/evaluation";
        };
    }

    private static String target(NextStep step) {
        return switch (step) {
            case DELIVER -> "?to=UNDER_REVIEW";
            case CLAIM_ADOPTION -> "?to=ADOPTED";
            case CLAIM_IMPLEMENTATION -> "?to=IMPLEMENTED";
            default -> "";
        };
    }
}
