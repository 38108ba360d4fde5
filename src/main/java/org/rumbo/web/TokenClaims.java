package org.rumbo.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.DirectoryEntry;
import org.rumbo.team.Grant;
import org.springframework.security.oauth2.jwt.Jwt;

/** What an access token of Keycloak says of the person for whom it was made. */
final class TokenClaims {
    private TokenClaims() {}

    static DirectoryEntry entry(Jwt token) {
        return DirectoryEntry.of(
                // These three were demanded of it before it was believed.
                Objects.requireNonNull(token.getClaimAsString("iss")),
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNull(token.getClaimAsString("preferred_username")),
                token.getClaimAsString("name"),
                token.getClaimAsString("email"),
                token.getClaimAsString("locale"),
                true,
                grants(token));
    }

    private static List<Grant> grants(Jwt token) {
        var realm = token.getClaims().get("realm_access") instanceof Map<?, ?> access ? access.get("roles") : null;
        return Stream.concat(
                        texts(token.getClaims().get("groups")).flatMap(path -> Grant.ofGroup(path).stream()),
                        texts(realm).flatMap(name -> Grant.ofRole(name).stream()))
                .toList();
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> values
                ? values.stream().filter(String.class::isInstance).map(String.class::cast)
                : Stream.empty();
    }
}
