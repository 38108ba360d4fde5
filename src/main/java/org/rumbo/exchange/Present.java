package org.rumbo.exchange;

import java.util.List;
import org.rumbo.progress.TeamActionView;
import org.rumbo.recommendation.RecommendationBlocks;

/** A recommendation as it stands now, with all that sheets tell of it. */
record Present(RecommendationBlocks.Told told, List<TeamActionView> actions) {}
