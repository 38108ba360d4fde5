package org.rumbo.team;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks for something, with the roles that count at this moment: her own, and while she stands in for somebody
 * also those in which that person can be represented.
 *
 * @param id the person's lasting identity here, one per issuer and subject; never derived from a name or mail
 * @param login what she signs in with
 * @param name how she is shown to others
 * @param memberships her roles in country teams
 * @param roles her roles in the network at large
 * @param standsInFor whose deputy she is today; null for most people on most days
 */
public record Actor(
        UUID id,
        String login,
        String name,
        Map<CountryCode, Set<Role>> memberships,
        Set<Role> roles,
        @Nullable Represented standsInFor) {

    /**
     * Who is represented.
     *
     * @param memberships what her deputy takes over in country teams
     * @param roles what her deputy takes over in the network at large
     * @param until the last day of it
     * @param deputy who stands in, with nothing but her own roles
     */
    public record Represented(
            UUID id,
            String name,
            Map<CountryCode, Set<Role>> memberships,
            Set<Role> roles,
            LocalDate until,
            Actor deputy) {}

    public Actor(UUID id, String login, String name, Map<CountryCode, Set<Role>> memberships, Set<Role> roles) {
        this(id, login, name, memberships, roles, null);
    }

    /** The same person with the roles of another, whose deputy she is until that day. */
    Actor standingInFor(Actor another, LocalDate until) {
        var represented =
                new Represented(another.id(), another.name(), another.memberships(), another.roles(), until, this);
        var both = new HashMap<CountryCode, Set<Role>>();
        memberships.forEach((country, held) -> both.put(country, EnumSet.copyOf(held)));
        represented.memberships().forEach((country, held) -> both.computeIfAbsent(
                        country, team -> EnumSet.noneOf(Role.class))
                .addAll(held));
        var atLarge = EnumSet.noneOf(Role.class);
        atLarge.addAll(roles);
        atLarge.addAll(represented.roles());
        return new Actor(id, login, name, both, atLarge, represented);
    }

    /** Herself alone, without what she may do for somebody else. */
    public Actor herself() {
        return standsInFor == null ? this : standsInFor.deputy();
    }

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

    /** All under whose names she acts: where one of them may not, she may not. */
    public Set<UUID> persons() {
        return standsInFor == null ? Set.of(id) : Set.of(id, standsInFor.id());
    }

    /** For whom she acts besides herself, which is null where the represented person has no say either. */
    public @Nullable UUID behalf(@Nullable CountryCode country) {
        if (standsInFor == null) {
            return null;
        }
        var concerned = !standsInFor.roles().isEmpty()
                || (country != null && standsInFor.memberships().containsKey(country));
        return concerned ? standsInFor.id() : null;
    }
}
