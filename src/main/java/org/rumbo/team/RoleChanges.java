package org.rumbo.team;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.team.TeamEvent.RolesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives roles and takes them, for trying out: where a directory decides roles they change there alone. Nobody changes her own,
 * and an administrator holds no other role.
 */
@Service
@Transactional
public class RoleChanges {
    /** What stands as the source of a role that an administrator gave here. */
    public static final String HERE = "rumbo";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Network network;
    private final People people;
    private final Actors actors;
    private final PersonAccess access;
    private final ApplicationEventPublisher events;

    RoleChanges(
            JdbcClient jdbc,
            Directory directory,
            Network network,
            People people,
            Actors actors,
            PersonAccess access,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.network = network;
        this.people = people;
        this.actors = actors;
        this.access = access;
        this.events = events;
    }

    /** Whether roles change here at all. */
    public boolean arePossible() {
        return !directory.decidesRoles();
    }

    public void give(UUID person, Role role, @Nullable CountryCode country, Actor actor) {
        var held = heldBy(person, actor);
        var grant = new Grant(role, country, HERE);
        if (holds(held, role, country)) {
            return;
        }
        require(role != Role.ANONYMOUS && isOfItsTeam(grant), "role-with-its-team");
        var otherRole = held.stream().anyMatch(known -> (known.role() == Role.ADMIN) != (role == Role.ADMIN));
        require(!otherRole, "administrator-without-other-role");
        jdbc.sql("insert into person_role (person_id, role, country, source) values (?, ?, ?, ?)")
                .params(person, role.name(), iso2(country), HERE)
                .update();
        changed(RolesChanged.of(person, List.of(), List.of(grant), actor.id()));
    }

    public void take(UUID person, Role role, @Nullable CountryCode country, Actor actor) {
        var held = heldBy(person, actor);
        if (!holds(held, role, country)) {
            return;
        }
        require(role != Role.ADMIN || access.othersAdminister(person), "last-administrator");
        jdbc.sql("delete from person_role where person_id = ? and role = ? and country = ?")
                .params(person, role.name(), iso2(country))
                .update();
        changed(RolesChanged.of(person, List.of(new Grant(role, country, HERE)), List.of(), actor.id()));
    }

    private List<Grant> heldBy(UUID person, Actor actor) {
        access.requireOther(person, actor);
        require(arePossible(), "roles-of-the-directory");
        return people.grantsOf(person);
    }

    private boolean isOfItsTeam(Grant grant) {
        return grant.role().isOfCountry()
                ? grant.country() != null && network.countries().contains(grant.country())
                : grant.country() == null;
    }

    private static boolean holds(List<Grant> held, Role role, @Nullable CountryCode country) {
        return held.stream().anyMatch(grant -> grant.role() == role && Objects.equals(grant.country(), country));
    }

    private static void require(boolean met, String rule) {
        if (!met) {
            throw DomainException.ruleNotMet("role", rule);
        }
    }

    private void changed(RolesChanged change) {
        events.publishEvent(change);
        actors.changed();
    }

    private static String iso2(@Nullable CountryCode country) {
        return country == null ? "" : country.iso2();
    }
}
