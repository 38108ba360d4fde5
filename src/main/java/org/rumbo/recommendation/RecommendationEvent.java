package org.rumbo.recommendation;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a recommendation, told by itself after it happened. */
public sealed interface RecommendationEvent extends RecommendationFact {

    /** It entered the tracker, from a paper or by a team's proposal. */
    record Accepted(About about, Map<String, ?> detail, Map<String, String> texts) implements RecommendationEvent {
        @Override
        public String action() {
            return "item.create";
        }

        @Override
        public boolean released() {
            return true;
        }
    }

    record Edited(About about, Map<String, ?> detail, Map<String, String> texts) implements RecommendationEvent {
        @Override
        public String action() {
            return "item.edit";
        }
    }

    /** A marker was added or its wording or ambition changed. */
    record MarkerEdited(About about, Map<String, ?> detail, Map<String, String> texts) implements RecommendationEvent {
        @Override
        public String action() {
            return "marker.edit";
        }
    }

    /** A marker was met, or no longer is. */
    record MarkerMet(About about, Map<String, ?> detail) implements RecommendationEvent {
        @Override
        public String action() {
            return "marker.met";
        }
    }

    record EvidenceAdded(About about, Map<String, ?> detail, Map<String, String> texts) implements RecommendationEvent {
        @Override
        public String action() {
            return "evidence.add";
        }
    }

    record EvidenceReleased(About about, Map<String, ?> detail) implements RecommendationEvent {
        @Override
        public String action() {
            return "evidence.release";
        }

        @Override
        public boolean released() {
            return true;
        }
    }

    /** A document's link no longer leads to it, or does again. */
    record EvidenceLinkMarked(About about, Map<String, ?> detail) implements RecommendationEvent {
        @Override
        public String action() {
            return "evidence.link";
        }
    }

    /** A virus was found in a document's file, which is gone. */
    record EvidenceInfected(About about, Map<String, ?> detail) implements RecommendationEvent {
        @Override
        public String action() {
            return "evidence.infected";
        }
    }

    /** Texts were translated, or said to be read against the original. */
    record Translated(About about, Map<String, ?> detail, Map<String, String> texts) implements RecommendationEvent {
        @Override
        public String action() {
            return "translation.edit";
        }
    }

    record Linked(About about, Map<String, ?> detail) implements RecommendationEvent {
        @Override
        public String action() {
            return "link.edit";
        }
    }

    record PositionRecorded(About about, Map<String, ?> detail, Map<String, String> texts)
            implements RecommendationEvent {
        @Override
        public String action() {
            return "position.record";
        }
    }

    /**
     * A coordinator claims that a state is reached.
     *
     * @param resubmitted whether it completes a returned claim
     */
    record ClaimMade(About about, boolean resubmitted, Map<String, ?> detail, Map<String, String> texts)
            implements RecommendationEvent {
        @Override
        public String action() {
            return "claim.make";
        }
    }

    /**
     * @param returned whether it had been returned, rather than waiting for its decision
     */
    record ClaimWithdrawn(About about, boolean returned, Map<String, ?> detail, Map<String, String> texts)
            implements RecommendationEvent {
        @Override
        public String action() {
            return "claim.withdraw";
        }
    }

    record ClaimConfirmed(About about, Map<String, ?> detail, Map<String, String> texts)
            implements RecommendationEvent {
        @Override
        public String action() {
            return "claim.confirm";
        }

        @Override
        public boolean released() {
            return true;
        }
    }

    record ClaimReturned(About about, Map<String, ?> detail, Map<String, String> texts) implements RecommendationEvent {
        @Override
        public String action() {
            return "claim.return";
        }
    }

    record ClaimDisagreed(About about, Map<String, ?> detail, Map<String, String> texts)
            implements RecommendationEvent {
        @Override
        public String action() {
            return "claim.disagree";
        }
    }

    record ClaimReminded(About about, Map<String, ?> detail) implements RecommendationEvent {
        @Override
        public String action() {
            return "claim.remind";
        }
    }

    record ClaimEscalated(About about, Map<String, ?> detail) implements RecommendationEvent {
        @Override
        public String action() {
            return "claim.escalate";
        }
    }

    /**
     * The team, or directors, were reminded of its target date.
     *
     * @param persons who, by the part that each has in the record
     */
    record TargetReminded(About about, Map<String, ?> detail, Map<String, UUID> persons, boolean escalated)
            implements RecommendationEvent {
        @Override
        public String action() {
            return "reminder.send";
        }

        public Set<UUID> told() {
            return Set.copyOf(persons.values());
        }
    }

    record Reopened(About about, Map<String, String> texts) implements RecommendationEvent {
        @Override
        public String action() {
            return "item.reopen";
        }

        @Override
        public boolean released() {
            return true;
        }
    }

    /** One field's change, for the detail of {@link Edited}; an empty text stands for nothing. */
    static Map<String, ?> change(String field, @Nullable Object before, @Nullable Object after) {
        return Map.of("field", field, "old", before == null ? "" : before, "new", after == null ? "" : after);
    }
}
