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

    record PersonDeactivated(UUID person, UUID by) implements TeamEvent {
        @Override
        public String action() {
            return "person.deactivate";
        }

        @Override
        public Map<String, UUID> persons() {
            return Map.of("person", person);
        }
    }

    record PersonReactivated(UUID person, UUID by) implements TeamEvent {
        @Override
        public String action() {
            return "person.reactivate";
        }

        @Override
        public Map<String, UUID> persons() {
            return Map.of("person", person);
        }
    }

    record DeputyArranged(UUID represented, UUID deputy, LocalDate from, LocalDate until, UUID by)
            implements TeamEvent {
        @Override
        public String action() {
            return "deputy.arrange";
        }

        @Override
        public Map<String, UUID> persons() {
            return Map.of("represented", represented, "deputy", deputy);
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("from", from, "until", until);
        }
    }

    record DeputyEnded(UUID represented, UUID deputy, LocalDate from, LocalDate until, UUID by) implements TeamEvent {
        @Override
        public String action() {
            return "deputy.end";
        }

        @Override
        public Map<String, UUID> persons() {
            return Map.of("represented", represented, "deputy", deputy);
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("from", from, "until", until);
        }
    }

    /** Roles are told as {@code DIRECTOR} and, in a country team, as {@code PE:COORDINATOR}. */
    record RolesChanged(
            UUID person,
            List<String> given,
            List<String> taken,
            @Nullable UUID by) implements TeamEvent {
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
        public Map<String, UUID> persons() {
            return Map.of("person", person);
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("given", given, "taken", taken);
        }
    }
}
