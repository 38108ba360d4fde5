package org.rumbo.web;

import java.util.Collection;
import java.util.List;
import org.rumbo.team.People;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Who comes from Keycloak, with the roles that it gives her at this moment. */
@Component
@Profile("!dev & !demo")
class KeycloakPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
    /** The error of somebody whom Keycloak knows and who has nothing to do here. */
    static final String NO_ACCESS = "no_access";

    private final JwtDecoder accessTokens;
    private final People people;

    KeycloakPeople(JwtDecoder accessTokens, People people) {
        this.accessTokens = accessTokens;
        this.people = people;
    }

    /** A person on her way in. */
    static final class Arriving extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;
        private final transient SignedIn signedIn;

        private Arriving(OidcIdToken token, SignedIn signedIn) {
            super(none(), token);
            this.signedIn = signedIn;
        }

        private static Collection<GrantedAuthority> none() {
            return List.of();
        }

        /** Who she is here, under which the security log writes her down. */
        @Override
        public String getName() {
            return signedIn.getName();
        }

        SignedIn signedIn() {
            return signedIn;
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var entry = TokenClaims.entry(token(request));
        if (!entry.subject().equals(request.getIdToken().getSubject())) {
            throw refused("invalid_token");
        }
        var person = people.enter(entry);
        var actor = people.actor(person).orElseThrow(() -> refused(NO_ACCESS));
        if (actor.roles().isEmpty() && actor.memberships().isEmpty()) {
            throw refused(NO_ACCESS);
        }
        return new Arriving(
                request.getIdToken(),
                new SignedIn(
                        person,
                        entry.login(),
                        "",
                        request.getIdToken().getTokenValue(),
                        request.getIdToken().getClaimAsString("sid")));
    }

    private Jwt token(OidcUserRequest request) {
        try {
            return accessTokens.decode(request.getAccessToken().getTokenValue());
        } catch (JwtException wrong) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_token"), wrong);
        }
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(why));
    }
}
