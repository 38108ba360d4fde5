package org.rumbo.progress;

import java.util.Map;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;

/** What becomes of the actions that a team plans for an item. */
public sealed interface TeamActionEvent extends RecommendationFact {

    record ActionAdded(About about, Map<String, ?> detail, Map<String, String> texts) implements TeamActionEvent {
        @Override
        public String action() {
            return "action.add";
        }
    }

    record ActionChanged(About about, Map<String, ?> detail, Map<String, String> texts) implements TeamActionEvent {
        @Override
        public String action() {
            return "action.change";
        }
    }

    record ActionDone(About about, Map<String, ?> detail, Map<String, String> texts) implements TeamActionEvent {
        @Override
        public String action() {
            return "action.done";
        }
    }

    record ActionCancelled(About about, Map<String, ?> detail, Map<String, String> texts) implements TeamActionEvent {
        @Override
        public String action() {
            return "action.cancel";
        }
    }
}
