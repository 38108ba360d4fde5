package org.rumbo.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has, and what gives it to her.
 *
 * @param country the team, for roles in a country team; null for roles in the network at large
 * @param source the group or role of the directory, in the directory's own words
 */
public record Grant(Role role, @Nullable CountryCode country, String source) {
    private static final Pattern TEAM = Pattern.compile("/teams/([a-z]{2})/(coordinators|members)");
    private static final Set<Role> AT_LARGE =
            Set.of(Role.DIRECTOR, Role.EVALUATOR, Role.FUNDER, Role.AUDITOR, Role.ADMIN);

    /** Reads a row of {@code person_role}. */
    static Grant of(ResultSet row) throws SQLException {
        var iso2 = row.getString("country");
        return new Grant(
                Role.valueOf(row.getString("role")),
                iso2.isEmpty() ? null : new CountryCode(iso2),
                row.getString("source"));
    }

    /** What kind of thing gives it: a group or role of the directory, a demonstration login, or an administrator here. */
    public String origin() {
        if (source.startsWith("/")) {
            return "group";
        }
        return switch (source) {
            case "demo" -> "demo";
            case RoleChanges.HERE -> "here";
            default -> "role";
        };
    }

    /** The role as records name it. */
    String code() {
        return country == null ? role.name() : country.iso2() + ":" + role;
    }

    /** What a directory's group such as {@code /teams/pe/coordinators} gives; nothing where it is none of ours. */
    public static Optional<Grant> ofGroup(String path) {
        var team = TEAM.matcher(path);
        if (!team.matches()) {
            return Optional.empty();
        }
        var role = team.group(2).equals("members") ? Role.MEMBER : Role.COORDINATOR;
        return Optional.of(new Grant(role, new CountryCode(team.group(1).toUpperCase(Locale.ROOT)), path));
    }

    /** What a directory's role such as {@code director} gives; nothing where it is none of ours. */
    public static Optional<Grant> ofRole(String name) {
        return AT_LARGE.stream()
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(role -> new Grant(role, null, name));
    }
}
