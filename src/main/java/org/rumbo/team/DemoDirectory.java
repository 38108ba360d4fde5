package org.rumbo.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of a try-out: one coordinator and one member per country team, two directors and evaluators, one of the rest. */
@Component
@Profile({"dev", "demo"})
class DemoDirectory implements Directory {
    private static final String ISSUER = "rumbo:demo";

    private final Map<String, Actor> actors = new TreeMap<>();

    DemoDirectory(Network network, People people) {
        for (var country : network.countries()) {
            var suffix = country.iso2().toLowerCase(Locale.ROOT);
            add(people, "coordinator." + suffix, Map.of(country, Set.of(Role.COORDINATOR)), Set.of());
            add(people, "member." + suffix, Map.of(country, Set.of(Role.MEMBER)), Set.of());
        }
        for (var role : List.of(Role.DIRECTOR, Role.EVALUATOR)) {
            var stem = role.name().toLowerCase(Locale.ROOT);
            add(people, stem + ".a", Map.of(), Set.of(role));
            add(people, stem + ".b", Map.of(), Set.of(role));
        }
        for (var role : List.of(Role.FUNDER, Role.AUDITOR, Role.ADMIN)) {
            add(people, role.name().toLowerCase(Locale.ROOT), Map.of(), Set.of(role));
        }
    }

    private void add(People people, String login, Map<CountryCode, Set<Role>> memberships, Set<Role> roles) {
        var name = displayName(login);
        actors.put(login, new Actor(people.known(ISSUER, login, login, name), login, name, memberships, roles));
    }

    private static String displayName(String login) {
        var words = new ArrayList<String>();
        for (var word : login.split("\\.")) {
            words.add(
                    word.length() <= 2
                            ? word.toUpperCase(Locale.ROOT)
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return String.join(" ", words);
    }

    @Override
    public Optional<Actor> byLogin(String login) {
        return Optional.ofNullable(actors.get(login));
    }

    @Override
    public List<Actor> all() {
        return List.copyOf(actors.values());
    }
}
