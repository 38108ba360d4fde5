package org.rumbo.team;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/**
 * What a directory says of one person.
 *
 * @param issuer the directory
 * @param subject the person's lasting name there; together with the issuer it is who she is
 * @param enabled whether the directory lets her sign in
 */
public record DirectoryEntry(
        String issuer,
        String subject,
        String login,
        String name,
        @Nullable String mail,
        @Nullable Language language,
        boolean enabled,
        List<Grant> grants) {

    /** Twice the same role counts once, and their order says nothing. */
    public DirectoryEntry {
        var once = new TreeMap<String, Grant>();
        grants.stream()
                .sorted(Comparator.comparing(Grant::source))
                .forEach(grant -> once.putIfAbsent(grant.role() + " " + grant.country(), grant));
        grants = List.copyOf(once.values());
    }
}
