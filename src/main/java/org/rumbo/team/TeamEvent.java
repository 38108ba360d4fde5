package org.rumbo.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was changed about people: who has access, in which roles, and who stands in for whom. */
public sealed interface TeamEvent {
    /** The act's name in the ledger. */
    String action();

    /** Who did it; null where the directory said so. */
    @Nullable
    UUID by();

    /** Whom it is about, by the part that each has in it; a record of it names nobody otherwise. */
    Map<String, UUID> persons();

    /** Codes and days only. */
    default Map<String, ?> detail() {
        return Map.of();
    }

    /** Something about one person. */
    sealed interface AboutOne extends TeamEvent {
        UUID person();

        @Override
        default Map<String, UUID> persons() {
            return Map.of("person", person());
        }
    }

    /** Something about a deputy and whom she represents, on which days. */
    sealed interface AboutDeputy extends TeamEvent {
        UUID represented();

        UUID deputy();

        LocalDate from();

        LocalDate until();

        @Override
        default Map<String, UUID> persons() {
            return Map.of("represented", represented(), "deputy", deputy());
        }

        @Override
        default Map<String, ?> detail() {
            return Map.of("from", from(), "until", until());
        }
    }

    record PersonDeactivated(UUID person, UUID by) implements AboutOne {
        @Override
        public String action() {
            return "person.deactivate";
        }
    }

    record PersonReactivated(UUID person, UUID by) implements AboutOne {
        @Override
        public String action() {
            return "person.reactivate";
        }
    }

    record DeputyArranged(UUID represented, UUID deputy, LocalDate from, LocalDate until, UUID by)
            implements AboutDeputy {
        @Override
        public String action() {
            return "deputy.arrange";
        }
    }

    record DeputyEnded(UUID represented, UUID deputy, LocalDate from, LocalDate until, UUID by) implements AboutDeputy {
        @Override
        public String action() {
            return "deputy.end";
        }
    }

    /** Roles are told as {@code DIRECTOR} and, in a country team, as {@code PE:COORDINATOR}. */
    record RolesChanged(
            UUID person,
            List<String> given,
            List<String> taken,
            @Nullable UUID by) implements AboutOne {
        static RolesChanged of(UUID person, Collection<Grant> before, Collection<Grant> after, @Nullable UUID by) {
            return new RolesChanged(person, without(after, before), without(before, after), by);
        }

        private static List<String> without(Collection<Grant> some, Collection<Grant> others) {
            var known = others.stream().map(Grant::code).toList();
            return some.stream()
                    .map(Grant::code)
                    .filter(code -> !known.contains(code))
                    .sorted()
                    .toList();
        }

        boolean isOne() {
            return !given.isEmpty() || !taken.isEmpty();
        }

        @Override
        public String action() {
            return "person.roles";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("given", given, "taken", taken);
        }
    }
}
