package org.rumbo.workflow;

import java.util.ArrayList;
import java.util.List;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Role;

/** The names under which tasks are offered to people who hold a role. */
final class Groups {
    private Groups() {}

    static String coordinatorsOf(CountryCode country) {
        return country.iso2() + ":" + Role.COORDINATOR;
    }

    /** All groups that somebody belongs to. */
    static List<String> of(Actor actor) {
        var groups = new ArrayList<String>();
        actor.roles().forEach(role -> groups.add(role.name()));
        actor.countries().stream()
                .filter(country -> actor.has(Role.COORDINATOR, country))
                .forEach(country -> groups.add(coordinatorsOf(country)));
        return groups;
    }
}
