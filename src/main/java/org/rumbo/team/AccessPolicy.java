package org.rumbo.team;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The one place that knows who may do what. It reads {@code config/access.csv} from the class path, never from beside the
 * jar: rights change with a reviewed release. Whatever the table does not allow is refused.
 */
@Component
public class AccessPolicy {
    /** What the policy says to a request. */
    public enum Answer {
        PERMITTED,
        /** The role would do, the item's state does not. */
        IN_ANOTHER_STATE,
        REFUSED
    }

    private final Map<Permission, Map<String, AccessRule>> rules;

    public AccessPolicy() {
        this(read(new ClassPathResource("config/access.csv")));
    }

    AccessPolicy(Map<Permission, Map<String, AccessRule>> rules) {
        this.rules = rules;
    }

    /** Asks the table, for the best of all roles that the person holds towards the target. */
    public Answer ask(@Nullable Actor actor, Permission permission, AccessTarget target) {
        var answer = Answer.REFUSED;
        for (var column : columns(actor, target.country())) {
            var rule = rule(permission, column);
            if (rule.permits(target)) {
                return Answer.PERMITTED;
            }
            if (rule.permitsInAnotherState(target)) {
                answer = Answer.IN_ANOTHER_STATE;
            }
        }
        return answer;
    }

    public boolean permits(@Nullable Actor actor, Permission permission, AccessTarget target) {
        return ask(actor, permission, target) == Answer.PERMITTED;
    }

    /** Whether some target might exist for which the person has the permission: the coarse question of lists and menus. */
    public boolean permitsSomewhere(@Nullable Actor actor, Permission permission) {
        return columns(actor, null).stream()
                .anyMatch(column -> rule(permission, column).permitsSomething());
    }

    /** Refuses (403) who may do such a thing nowhere. */
    public void requireSomewhere(Actor actor, Permission permission) {
        if (!permitsSomewhere(actor, permission)) {
            throw new DomainException(ProblemType.NOT_PERMITTED, Map.of("permission", permission.key()));
        }
    }

    /** Refuses (403) unless permitted; for things without a state. */
    public void require(Actor actor, Permission permission, AccessTarget target) {
        if (!permits(actor, permission, target)) {
            throw new DomainException(ProblemType.NOT_PERMITTED, Map.of("permission", permission.key()));
        }
    }

    /**
     * A role that would do for something.
     *
     * @param own whether only in the team whose item it is
     * @param assigned whether only who is assigned to the item
     * @param states the letters of the states in which it would do
     */
    record Holder(Role role, boolean own, boolean assigned, Set<Character> states) {}

    /** Which roles have the permission for such an item, in whatever state. */
    List<Holder> holders(Permission permission, boolean ofPaper) {
        var holders = new ArrayList<Holder>();
        for (var role : Role.values()) {
            var columns = role.isOfCountry()
                    ? List.of(role.column() + " own", role.column() + " oth")
                    : List.of(role.column());
            var everywhere = rule(permission, columns.get(columns.size() - 1)).permitsSomething();
            for (var alternative : rule(permission, columns.get(0)).alternatives()) {
                if (alternative.qualifier().fits(new AccessTarget(null, null, true, ofPaper))) {
                    var assigned = alternative.qualifier() == AccessRule.Qualifier.ASG;
                    holders.add(new Holder(role, !everywhere, assigned, alternative.states()));
                }
            }
        }
        return holders;
    }

    /** In which states somebody would be permitted, for all but the state. */
    Set<Character> statesFor(Actor actor, Permission permission, AccessTarget target) {
        var states = new TreeSet<Character>();
        for (var column : columns(actor, target.country())) {
            rule(permission, column).alternatives().stream()
                    .filter(alternative -> alternative.concerns(target))
                    .forEach(alternative -> states.addAll(alternative.states()));
        }
        return states;
    }

    AccessRule rule(Permission permission, String column) {
        return rules.getOrDefault(permission, Map.of()).getOrDefault(column, AccessRule.REFUSED);
    }

    /** The columns that speak about this person: for a country's item the own or the other side of her team roles. */
    private static List<String> columns(@Nullable Actor actor, @Nullable CountryCode country) {
        if (actor == null) {
            return List.of(Role.ANONYMOUS.column());
        }
        var columns = new ArrayList<String>();
        actor.roles().forEach(role -> columns.add(role.column()));
        actor.memberships().forEach((team, roles) -> {
            for (var role : roles) {
                columns.add(role.column() + (country == null || team.equals(country) ? " own" : " oth"));
            }
        });
        return columns;
    }

    private static Map<Permission, Map<String, AccessRule>> read(ClassPathResource table) {
        try (var reader = new BufferedReader(new InputStreamReader(table.getInputStream(), StandardCharsets.UTF_8))) {
            return parse(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The access matrix cannot be read", unreadable);
        }
    }

    static Map<Permission, Map<String, AccessRule>> parse(List<String> lines) {
        var heads = lines.get(0).split(",");
        var byKey = new HashMap<String, Map<String, AccessRule>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            if (cells.length != heads.length) {
                throw new IllegalArgumentException("The access matrix has a row of another width: " + line);
            }
            var row = new HashMap<String, AccessRule>();
            for (var i = 1; i < cells.length; i++) {
                row.put(heads[i], AccessRule.parse(cells[i]));
            }
            byKey.put(cells[0], row);
        }
        var rules = new EnumMap<Permission, Map<String, AccessRule>>(Permission.class);
        for (var permission : Permission.values()) {
            var row = byKey.remove(permission.key());
            if (row == null) {
                throw new IllegalArgumentException("The access matrix has no row for " + permission.key());
            }
            rules.put(permission, row);
        }
        if (!byKey.isEmpty()) {
            throw new IllegalArgumentException("The access matrix has unknown rows: " + byKey.keySet());
        }
        var known = Arrays.asList("TM own", "TM oth", "CC own", "CC oth", "ND", "EV", "FU", "AU", "AD", "AN");
        if (!Arrays.asList(heads).subList(1, heads.length).equals(known)) {
            throw new IllegalArgumentException("The access matrix has other columns than " + known);
        }
        return rules;
    }
}
