package org.rumbo.progress;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;
import org.rumbo.recommendation.Visibility;

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

    /**
     * @param mentioned who is named in it; the ledger keeps nobody but who wrote it
     */
    record Commented(About about, UUID comment, Visibility visibility, Set<UUID> mentioned, Map<String, String> texts)
            implements ProgressEvent {
        @Override
        public String action() {
            return "comment.add";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("comment", comment, "visibility", visibility);
        }
    }

    /**
     * Somebody worded her own comment anew.
     *
     * @param mentioned who is named in it since
     */
    record CommentEdited(About about, UUID comment, Visibility visibility, Set<UUID> mentioned)
            implements ProgressEvent {
        @Override
        public String action() {
            return "comment.edit";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("comment", comment, "visibility", visibility);
        }
    }
}
