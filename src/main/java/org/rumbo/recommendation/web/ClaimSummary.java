package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimView;
import org.rumbo.recommendation.EvidenceView;

/**
 * An open claim as its readers are told of it.
 *
 * @param lateDays how many days ago it should have been decided; 0 where it is not late
 */
record ClaimSummary(
        ClaimView claim,
        @Nullable String madeBy,
        LocalDate madeOn,
        LocalDate dueOn,
        long lateDays,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        List<EvidenceView> cited) {

    static ClaimSummary of(ClaimView claim, List<EvidenceView> evidence, PersonNames names, NetworkDays days) {
        var due = days.decisionDue(claim.madeAt());
        return new ClaimSummary(
                claim,
                names.of(claim.madeBy()),
                days.of(claim.madeAt()),
                due,
                days.late(due),
                names.of(claim.decidedBy()),
                claim.decidedAt() == null ? null : days.of(claim.decidedAt()),
                evidence.stream()
                        .filter(document -> claim.evidence().contains(document.id()))
                        .toList());
    }
}
