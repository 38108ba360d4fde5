package org.rumbo.progress;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;

/** What becomes of the actions that a team plans for an item. */
public sealed interface TeamActionEvent extends RecommendationFact {

    /**
     * @param owner who is to do it; the ledger keeps nobody but who acts
     */
    record ActionAdded(About about, Map<String, ?> detail, Map<String, String> texts, UUID owner, LocalDate due)
            implements TeamActionEvent {
        @Override
        public String action() {
            return "action.add";
        }
    }

    /**
     * @param named who is to do it since; null where that is who it was
     */
    record ActionChanged(
            About about,
            Map<String, ?> detail,
            Map<String, String> texts,
            @Nullable UUID named,
            LocalDate due) implements TeamActionEvent {
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

    /** Its due date comes near or has passed. */
    record ActionReminded(
            About about, Map<String, ?> detail, Map<String, String> texts, Map<String, UUID> persons, boolean escalated)
            implements TeamActionEvent {
        @Override
        public String action() {
            return "action.remind";
        }

        public Set<UUID> told() {
            return Set.copyOf(persons.values());
        }
    }
}
