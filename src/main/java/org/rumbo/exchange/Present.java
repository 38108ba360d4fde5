package org.rumbo.exchange;

import java.util.List;
import org.rumbo.progress.IndicatorView;
import org.rumbo.progress.TeamActionView;
import org.rumbo.recommendation.EvidenceView;
import org.rumbo.recommendation.RecommendationBlocks;

/** A recommendation as it stands now, with what the sheets that were asked about tell of it. */
record Present(
        RecommendationBlocks.Told told,
        List<TeamActionView> actions,
        List<IndicatorView> indicators,
        List<EvidenceView> documents) {}
