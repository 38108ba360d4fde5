package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimView;
import org.rumbo.recommendation.EvidenceView;

/** An open claim as its readers are told of it. */
record ClaimSummary(
        ClaimView claim,
        @Nullable String madeBy,
        LocalDate madeOn,
        LocalDate dueOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        List<EvidenceView> cited) {

    static ClaimSummary of(ClaimView claim, List<EvidenceView> evidence, PersonNames names, NetworkDays days) {
        return new ClaimSummary(
                claim,
                names.of(claim.madeBy()),
                days.of(claim.madeAt()),
                days.decisionDue(claim.madeAt()),
                names.of(claim.decidedBy()),
                claim.decidedAt() == null ? null : days.of(claim.decidedAt()),
                evidence.stream()
                        .filter(document -> claim.evidence().contains(document.id()))
                        .toList());
    }
}
