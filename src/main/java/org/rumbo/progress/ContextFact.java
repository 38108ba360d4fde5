package org.rumbo.progress;

import java.util.Map;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;

/** What becomes of an item in the light of its country's events. */
public sealed interface ContextFact extends RecommendationFact {

    /** Somebody asks whether an event changes anything. */
    record ReviewAsked(About about, Map<String, ?> detail) implements ContextFact {
        @Override
        public String action() {
            return "context.ask";
        }
    }

    /** The team answers. */
    record ReviewAnswered(About about, Map<String, ?> detail, Map<String, String> texts) implements ContextFact {
        @Override
        public String action() {
            return "context.answer";
        }
    }
}
