package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.People;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Requests to the API that show an access token (RFC 6750). What the token says holds for that request and is not kept. */
@Component
@Profile("!dev & !demo")
class BearerTokens {
    /** Credentials of another kind: told apart from a wrong token, which the challenge names. */
    static final String OTHER_CREDENTIALS = "other_credentials";

    private static final String SCHEME = "bearer ";
    private static final String SOON = "10";

    private final JwtDecoder accessTokens;
    private final People people;

    BearerTokens(JwtDecoder accessTokens, People people) {
        this.accessTokens = accessTokens;
        this.people = people;
    }

    void accept(HttpSecurity http) throws Exception {
        var refusals = (ApiRefusals) http.getSharedObject(AuthenticationEntryPoint.class);
        AuthenticationEntryPoint refuse = (request, response, reason) -> refuse(refusals, request, response, reason);
        http.oauth2ResourceServer(server -> server.bearerTokenResolver(new OnlyBearers())
                .authenticationEntryPoint(refuse)
                .jwt(jwt -> jwt.decoder(accessTokens).jwtAuthenticationConverter(this::holder))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(refuse::commence);
                        return filter;
                    }
                }));
    }

    private AbstractAuthenticationToken holder(Jwt token) {
        var entry = TokenClaims.entry(token);
        var person = people.acquaint(entry);
        if (people.actor(person, entry.grants()).isEmpty()) {
            // Shut out meanwhile, here or in the directory: a token made before does not bring her back.
            throw new OAuth2AuthenticationException(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN));
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new TokenHolder(person, entry.login(), entry.grants()), null, List.of());
    }

    private static void refuse(
            ApiRefusals refusals,
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            // Its keys were never seen and it is silent: nobody can tell whether the token is good.
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
            refusals.refuse(request, response, ProblemType.UNAVAILABLE);
        } else if (reason instanceof OAuth2AuthenticationException malformed
                && malformed.getError().getErrorCode().equals(BearerTokenErrorCodes.INVALID_REQUEST)) {
            refusals.refuse(request, response, ProblemType.MALFORMED_REQUEST);
        } else {
            refusals.commence(request, response, reason);
        }
    }

    private static final class OnlyBearers implements BearerTokenResolver {
        private final BearerTokenResolver header = new DefaultBearerTokenResolver();

        @Override
        public @Nullable String resolve(HttpServletRequest request) {
            var credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (credentials != null && !credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                throw new OAuth2AuthenticationException(new OAuth2Error(OTHER_CREDENTIALS));
            }
            return header.resolve(request);
        }
    }
}
