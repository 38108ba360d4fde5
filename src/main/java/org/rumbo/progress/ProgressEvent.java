package org.rumbo.progress;

import java.util.Map;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;

/** What is told about an item between two steps of its route. */
public sealed interface ProgressEvent extends RecommendationFact {

    /** A coordinator reported, or published a member's draft. */
    record ProgressReported(About about, Map<String, ?> detail, Map<String, String> texts) implements ProgressEvent {
        @Override
        public String action() {
            return "progress.report";
        }
    }

    /** A member wrote a draft. */
    record ProgressDrafted(About about, Map<String, ?> detail, Map<String, String> texts) implements ProgressEvent {
        @Override
        public String action() {
            return "progress.draft";
        }
    }

    record Commented(About about, Map<String, ?> detail, Map<String, String> texts) implements ProgressEvent {
        @Override
        public String action() {
            return "comment.add";
        }
    }
}
