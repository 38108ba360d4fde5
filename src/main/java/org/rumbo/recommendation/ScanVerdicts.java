package org.rumbo.recommendation;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what the virus scanner said; the second of two who say it about the same file changes nothing. */
@Component
@Transactional
class ScanVerdicts {
    private final RecommendationChange change;
    private final EvidenceFolder evidence;

    ScanVerdicts(RecommendationChange change, EvidenceFolder evidence) {
        this.change = change;
        this.evidence = evidence;
    }

    void clean(RecommendationCode code, UUID id) {
        change.byTimer(code, (item, at) -> evidence.findByIdAndRecommendationId(id, item.id())
                .filter(Evidence::waitsForScan)
                .ifPresent(document -> {
                    document.scannedClean(at);
                    evidence.save(document);
                }));
    }

    /** Says whether it is news. */
    boolean infected(RecommendationCode code, UUID id, String found) {
        var isNews = new boolean[1];
        change.byTimer(code, (item, at) -> evidence.findByIdAndRecommendationId(id, item.id())
                .filter(document -> !document.isInfected())
                .ifPresent(document -> {
                    tell(document, found, item, at);
                    isNews[0] = true;
                }));
        return isNews[0];
    }

    private void tell(Evidence document, String found, Recommendation item, Instant at) {
        document.scannedInfected(found, at);
        evidence.save(document);
        var detail = document.detail();
        detail.put("found", found);
        item.tell(new RecommendationEvent.EvidenceInfected(item.about(item.state(), null, at), detail));
    }
}
