package org.rumbo.reporting;

import org.rumbo.recommendation.PublicItems;
import org.rumbo.recommendation.RecommendationCode;
import org.springframework.stereotype.Component;

/** Visitors see what the newest report for everybody tells of. */
@Component
class PublicItemsOfReport implements PublicItems {
    private final PublicReports reports;

    PublicItemsOfReport(PublicReports reports) {
        this.reports = reports;
    }

    @Override
    public boolean shows(RecommendationCode code) {
        return reports.newest()
                .map(report ->
                        report.items().stream().anyMatch(item -> item.code().equals(code.value())))
                .orElse(false);
    }
}
