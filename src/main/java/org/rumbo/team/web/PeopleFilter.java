package org.rumbo.team.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.PersonRow;

/**
 * Which people are looked for.
 *
 * @param q part of a name, login or mail
 * @param team a country's code, or {@code network} for roles in the network at large
 * @param role a role's name
 */
record PeopleFilter(
        @Nullable String q, @Nullable String team, @Nullable String role) {
    private static final String NETWORK = "network";

    /** Public for the template. */
    public boolean isEmpty() {
        return blank(q) && blank(team) && blank(role);
    }

    /** Whether one of her roles is looked for, in that team where one is named. */
    boolean fits(RoleLine line) {
        var ofTeam = blank(team)
                || (line.country() == null
                        ? NETWORK.equals(team)
                        : line.country().iso2().equals(team));
        return ofTeam && (blank(role) || line.role().name().equals(role));
    }

    /** Whether whoever holds no role is looked for. */
    boolean fitsNoRole() {
        return blank(team) && blank(role);
    }

    boolean showsTeam(String key) {
        return blank(team) || key.equals(team);
    }

    boolean names(PersonRow person) {
        return blank(q)
                || contains(person.name())
                || contains(person.login())
                || (person.mail() != null && contains(person.mail()));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT)
                .contains(Objects.requireNonNull(q).strip().toLowerCase(Locale.ROOT));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
