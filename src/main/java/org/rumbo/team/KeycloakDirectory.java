package org.rumbo.team;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the realm. Asks by group and by role, never by person, so that the number of calls grows with groups and roles
 * and with pages of people alone.
 */
@Component
@Profile("!dev & !demo")
class KeycloakDirectory implements Directory {
    private static final int PAGE = 500;

    private final OidcSettings settings;
    private final RealmResource realm;

    KeycloakDirectory(OidcSettings settings, Keycloak keycloak) {
        this.settings = settings;
        this.realm = keycloak.realm(settings.realm());
    }

    @Override
    public boolean decidesRoles() {
        return true;
    }

    @Override
    public List<DirectoryEntry> everybody() {
        try {
            var grants = grants();
            return all(realm.users()::list).stream()
                    .map(user -> entry(user, grants.getOrDefault(user.getId(), List.of())))
                    .toList();
        } catch (ProcessingException | WebApplicationException silent) {
            throw new DirectoryUnavailable(settings + ": " + silent.getMessage(), silent);
        }
    }

    /** What everybody holds, by the directory's id of the person. */
    private Map<String, List<Grant>> grants() {
        var holders = new HashMap<String, List<Grant>>();
        var given = givenByRoles();
        for (var group : realm.groups().groups("", 0, Integer.MAX_VALUE, false)) {
            collect(group, Set.of(), given, holders);
        }
        given.forEach((role, grants) -> {
            if (!grants.isEmpty()) {
                all(realm.roles().get(role)::getUserMembers).forEach(user -> hold(holders, user, grants));
            }
        });
        return holders;
    }

    /** Ours among the realm's roles, and those that contain one of ours. */
    private Map<String, Set<Grant>> givenByRoles() {
        var contents = realm.roles().list(false).stream()
                .collect(Collectors.toMap(RoleRepresentation::getName, role -> contents(role.getName(), role)));
        var given = new HashMap<String, Set<Grant>>();
        contents.keySet()
                .forEach(role -> given.put(
                        role,
                        reachable(role, contents).stream()
                                .flatMap(name -> Grant.ofRole(name).stream())
                                .collect(Collectors.toSet())));
        return given;
    }

    private Set<String> contents(String name, RoleRepresentation role) {
        return role.isComposite()
                ? realm.roles().get(name).getRealmRoleComposites().stream()
                        .map(RoleRepresentation::getName)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Set<String> reachable(String role, Map<String, Set<String>> contents) {
        var reached = new LinkedHashSet<String>();
        var ahead = new ArrayList<>(List.of(role));
        while (!ahead.isEmpty()) {
            var next = ahead.remove(ahead.size() - 1);
            if (reached.add(next)) {
                ahead.addAll(contents.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /** A group gives what it is, the roles that it was given, and those of the groups above it. */
    private void collect(
            GroupRepresentation group,
            Set<Grant> fromAbove,
            Map<String, Set<Grant>> given,
            Map<String, List<Grant>> holders) {
        var inherited =
                Stream.concat(fromAbove.stream(), fromRoles(group, given)).collect(Collectors.toSet());
        var all = Stream.concat(inherited.stream(), Grant.ofGroup(group.getPath()).stream())
                .collect(Collectors.toSet());
        var resource = realm.groups().group(group.getId());
        if (!all.isEmpty()) {
            all((first, max) -> resource.members(first, max, true)).forEach(user -> hold(holders, user, all));
        }
        if (group.getSubGroupCount() == null || group.getSubGroupCount() > 0) {
            resource.getSubGroups(0, Integer.MAX_VALUE, false).forEach(sub -> collect(sub, inherited, given, holders));
        }
    }

    private static Stream<Grant> fromRoles(GroupRepresentation group, Map<String, Set<Grant>> given) {
        return Optional.ofNullable(group.getRealmRoles()).stream()
                .flatMap(List::stream)
                .flatMap(role -> given.getOrDefault(role, Set.of()).stream())
                .map(grant -> new Grant(grant.role(), grant.country(), group.getPath()));
    }

    private static void hold(Map<String, List<Grant>> holders, UserRepresentation user, Set<Grant> grants) {
        holders.computeIfAbsent(user.getId(), id -> new ArrayList<>()).addAll(grants);
    }

    private static List<UserRepresentation> all(BiFunction<Integer, Integer, List<UserRepresentation>> pages) {
        var all = new ArrayList<UserRepresentation>();
        List<UserRepresentation> page;
        do {
            page = pages.apply(all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private DirectoryEntry entry(UserRepresentation user, List<Grant> grants) {
        var locale = user.getAttributes() == null ? null : user.getAttributes().get("locale");
        return DirectoryEntry.of(
                settings.issuer(),
                user.getId(),
                user.getUsername(),
                name(user),
                user.getEmail(),
                locale == null || locale.isEmpty() ? null : locale.get(0),
                Boolean.TRUE.equals(user.isEnabled()),
                grants);
    }

    private static @Nullable String name(UserRepresentation user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
