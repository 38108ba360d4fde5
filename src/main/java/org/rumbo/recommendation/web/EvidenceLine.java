package org.rumbo.recommendation.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimStatus;
import org.rumbo.recommendation.EvidenceView;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.Visibility;

/**
 * A document in the evidence of a recommendation.
 *
 * @param releasable whether the reader may let more people see it
 * @param linkMarkable whether she may say that its link leads nowhere any more
 */
record EvidenceLine(
        EvidenceView document,
        @Nullable String addedBy,
        @Nullable LocalDate addedOn,
        boolean releasable,
        boolean linkMarkable) {

    static EvidenceLine of(EvidenceView document, RecommendationView view, PersonNames names, NetworkDays days) {
        var added = document.addedAt();
        var releasable = view.actions().contains("release-evidence")
                && document.visibility() != Visibility.PUBLIC
                && !document.own()
                && !isUnderReview(document, view);
        return new EvidenceLine(
                document,
                names.of(document.addedBy()),
                added == null ? null : days.of(added),
                releasable,
                document.url() != null && view.actions().contains("mark-link"));
    }

    private static boolean isUnderReview(EvidenceView document, RecommendationView view) {
        return view instanceof RecommendationView.Full full
                && full.claim() != null
                && full.claim().status() == ClaimStatus.UNDER_REVIEW
                && full.claim().evidence().contains(document.id());
    }
}
