package org.rumbo.recommendation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a paper says of a recommendation in its own words; whoever keeps the papers says it, once they are imported. */
public interface PaperWords {
    /** The newest words; empty where nobody imported the paper. */
    Optional<Words> of(RecommendationCode code);

    /**
     * The paper's own words.
     *
     * @param corrected what they should have been read as, or the words of the part; null where the passage stands as read
     * @param source where the passage stands
     * @param versions how many there are: a later file of the paper may say it otherwise
     */
    record Words(
            String text,
            @Nullable String corrected,
            boolean part,
            String language,
            String sha256,
            Source source,
            int versions) {
        /** As readers see it. */
        public String shown() {
            return corrected == null ? text : corrected;
        }

        /** Whether a person mended what was read. */
        public boolean mended() {
            return corrected != null && !part;
        }
    }
}
