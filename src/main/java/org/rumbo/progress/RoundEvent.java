package org.rumbo.progress;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;
import org.rumbo.team.CountryCode;
import org.rumbo.team.NetworkFact;

/** What happens in an update round as a whole or to one team's part in it. */
public sealed interface RoundEvent extends NetworkFact {
    UUID round();

    /** The round's key, which is also its process's. */
    String key();

    /** The same for {@link #country()} where it is of one team. */
    sealed interface OfTeam extends RoundEvent {
        CountryCode team();

        @Override
        default CountryCode country() {
            return team();
        }

        @Override
        default Map<String, ?> detail() {
            return Map.of("round", key());
        }
    }

    /**
     * @param items of how many items teams are asked
     */
    record RoundOpened(UUID round, String key, @Nullable UUID by, LocalDate due, LocalDate cutOff, int teams, int items)
            implements RoundEvent {
        @Override
        public String action() {
            return "round.open";
        }

        @Override
        public @Nullable CountryCode country() {
            return null;
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("round", key, "due", due, "cutOff", cutOff, "teams", teams, "items", items);
        }
    }

    record RoundSubmitted(UUID round, String key, UUID by, CountryCode team) implements OfTeam {
        @Override
        public String action() {
            return "round.submit";
        }
    }

    record RoundReturned(UUID round, String key, UUID by, CountryCode team, Map<String, String> texts)
            implements OfTeam {
        @Override
        public String action() {
            return "round.return";
        }
    }

    record RoundAccepted(UUID round, String key, UUID by, CountryCode team) implements OfTeam {
        @Override
        public String action() {
            return "round.accept";
        }
    }

    /** A team's answers are due soon, or late. */
    record UpdateReminded(
            UUID round,
            String key,
            CountryCode team,
            Map<String, ?> detail,
            Map<String, UUID> persons,
            boolean escalated)
            implements OfTeam {
        @Override
        public String action() {
            return "round.remind";
        }

        @Override
        public @Nullable UUID by() {
            return null;
        }

        public Set<UUID> told() {
            return Set.copyOf(persons.values());
        }
    }

    /** Its days are others now. */
    record RoundMoved(
            UUID round,
            String key,
            UUID by,
            LocalDate wasDue,
            LocalDate wasCutOff,
            LocalDate due,
            LocalDate cutOff,
            Map<String, String> texts)
            implements RoundEvent {
        @Override
        public String action() {
            return "round.move";
        }

        @Override
        public @Nullable CountryCode country() {
            return null;
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("round", key, "wasDue", wasDue, "wasCutOff", wasCutOff, "due", due, "cutOff", cutOff);
        }
    }

    /**
     * @param by who closed it; null at the cut-off
     * @param complete whether nothing was left to do, because all were accepted
     * @param unanswered how many items stay without an answer
     */
    record RoundClosed(UUID round, String key, @Nullable UUID by, boolean complete, int unanswered)
            implements RoundEvent {
        @Override
        public String action() {
            return "round.close";
        }

        @Override
        public @Nullable CountryCode country() {
            return null;
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("round", key, "complete", complete, "unanswered", unanswered);
        }
    }

    /** A member sees nothing new of one item; it answers nothing yet. */
    record NothingNewSuggested(About about, String round) implements RecommendationFact {
        @Override
        public String action() {
            return "round.suggest";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("round", round);
        }
    }

    /**
     * What a round learned of one item; it is told in the item's own history.
     *
     * @param note the note that answers, where one does
     */
    record ItemAnswered(
            About about,
            String round,
            AnswerKind answer,
            @Nullable UUID note,
            Map<String, String> texts) implements RecommendationFact {
        @Override
        public String action() {
            return answer == AnswerKind.NO_ANSWER ? "round.unanswered" : "round.answer";
        }

        @Override
        public Map<String, ?> detail() {
            var detail = new HashMap<String, Object>();
            detail.put("round", round);
            detail.put("answer", answer);
            if (note != null) {
                detail.put("note", Objects.requireNonNull(note));
            }
            return detail;
        }
    }
}
