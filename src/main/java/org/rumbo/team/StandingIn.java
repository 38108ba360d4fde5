package org.rumbo.team;

import java.util.Optional;
import java.util.Set;

/** Who can stand in for whom, by the roles that both hold themselves. It must hold on each day, not only when arranged. */
final class StandingIn {
    /** Only these are represented: ratings are personal, and reading or administering needs no deputy. */
    static final Set<Role> REPRESENTED = Set.of(Role.COORDINATOR, Role.DIRECTOR);

    private static final Set<Role> APART = Set.of(Role.FUNDER, Role.AUDITOR, Role.ADMIN);

    private StandingIn() {}

    /** The rule that is not met; empty where she can. */
    static Optional<String> refusal(Actor deputy, Actor represented) {
        if (REPRESENTED.stream().noneMatch(represented::has)) {
            return Optional.of("represented-coordinator-or-director");
        }
        if (APART.stream().anyMatch(deputy::has) || !isOfTheNetwork(deputy)) {
            return Optional.of("deputy-member-coordinator-or-director");
        }
        if (deputy.has(Role.DIRECTOR)) {
            return Optional.empty();
        }
        if (represented.has(Role.DIRECTOR) && !deputy.has(Role.COORDINATOR)) {
            return Optional.of("deputy-of-director");
        }
        var sameTeams = represented.countries().stream()
                .filter(country -> represented.has(Role.COORDINATOR, country))
                .allMatch(deputy::isOf);
        return sameTeams ? Optional.empty() : Optional.of("deputy-of-the-team");
    }

    private static boolean isOfTheNetwork(Actor deputy) {
        return !deputy.countries().isEmpty() || deputy.has(Role.DIRECTOR);
    }
}
