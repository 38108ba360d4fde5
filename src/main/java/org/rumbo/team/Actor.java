package org.rumbo.team;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who asks for something, with the roles that count at this moment.
 *
 * @param id the person's lasting identity here, one per issuer and subject; never derived from a name or mail
 * @param login what she signs in with
 * @param name how she is shown to others
 * @param memberships her roles in country teams
 * @param roles her roles in the network at large
 */
public record Actor(UUID id, String login, String name, Map<CountryCode, Set<Role>> memberships, Set<Role> roles) {

    public boolean has(Role role) {
        return role.isOfCountry()
                ? memberships.values().stream().anyMatch(held -> held.contains(role))
                : roles.contains(role);
    }

    public boolean has(Role role, CountryCode country) {
        return memberships.getOrDefault(country, Set.of()).contains(role);
    }

    public boolean isOf(CountryCode country) {
        return memberships.containsKey(country);
    }

    public Set<CountryCode> countries() {
        return memberships.keySet();
    }
}
