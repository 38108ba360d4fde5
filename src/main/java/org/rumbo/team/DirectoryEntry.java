package org.rumbo.team;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    private static final int LOGIN = 200;
    private static final int NAME = 300;
    private static final int MAIL = 320;

    /** Twice the same role counts once, and their order says nothing. */
    public DirectoryEntry {
        var once = new TreeMap<String, Grant>();
        grants.stream()
                .sorted(Comparator.comparing(Grant::source))
                .forEach(grant -> once.putIfAbsent(grant.role() + " " + grant.country(), grant));
        grants = List.copyOf(once.values());
    }

    /**
     * As a directory of others tells it: a name may be missing, texts may be longer than we keep, a language may be one that we
     * do not speak.
     *
     * @param locale such as {@code pt-BR}
     */
    public static DirectoryEntry of(
            String issuer,
            String subject,
            String login,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String locale,
            boolean enabled,
            Collection<Grant> grants) {
        return new DirectoryEntry(
                issuer,
                subject,
                cut(login, LOGIN),
                cut(name == null || name.isBlank() ? login : name, NAME),
                mail == null || mail.isBlank() || mail.length() > MAIL ? null : mail,
                locale == null
                        ? null
                        : Language.of(Locale.forLanguageTag(locale).getLanguage())
                                .orElse(null),
                enabled,
                grants.stream()
                        .map(grant -> new Grant(grant.role(), grant.country(), cut(grant.source(), NAME)))
                        .toList());
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
