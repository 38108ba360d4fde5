package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;
import org.rumbo.team.OidcSettings;
import org.rumbo.team.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keycloak tells, server to server, that somebody has signed out or was signed out there; her sessions here end
 * (OpenID Connect Back-Channel Logout 1.0).
 *
 * <p>Spring Security's own filter fetches the keys anew for each call, and waits half a minute for them: anybody could make
 * Rumbo ask. This one believes the same keys as everything else here.
 */
class BackChannelLogout extends OncePerRequestFilter {
    static final String PATH = "/logout/connect/back-channel/" + KeycloakClient.REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

    private final JwtDecoder logoutTokens;
    private final OidcSettings settings;
    private final People people;
    private final OpenSessions sessions;

    BackChannelLogout(JwtDecoder logoutTokens, OidcSettings settings, People people, OpenSessions sessions) {
        this.logoutTokens = logoutTokens;
        this.settings = settings;
        this.people = people;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var token = request.getParameter("logout_token");
        if (!HttpMethod.POST.matches(request.getMethod()) || token == null) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request");
            return;
        }
        try {
            end(logoutTokens.decode(token));
        } catch (BadJwtException wrong) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request");
        } catch (JwtException unknowable) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "temporarily_unavailable");
        }
    }

    private void end(Jwt token) {
        var visit = token.getClaimAsString("sid");
        Predicate<SignedIn> concerned = signedIn -> visit == null || Objects.equals(visit, signedIn.visit());
        var ended = people.find(settings.issuer(), Objects.requireNonNull(token.getSubject()))
                .map(person -> sessions.end(person, concerned))
                .orElse(0);
        LOG.info("{} sessions ended at the directory's word", ended);
    }

    private static void refuse(HttpServletResponse response, int status, String error) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"error\":\"" + error + "\"}");
    }
}
