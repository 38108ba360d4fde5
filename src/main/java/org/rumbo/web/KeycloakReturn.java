package org.rumbo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Somebody comes back from Keycloak: signed in, refused, or because it fell silent meanwhile. */
@Component
@Profile("!dev & !demo")
class KeycloakReturn extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakReturn.class);

    private static final Set<String> SILENT =
            Set.of("invalid_token_response", "server_error", "temporarily_unavailable");

    private final SecurityContextRepository sessions;

    KeycloakReturn(ObjectProvider<SecurityContextRepository> sessions, ObjectProvider<RequestCache> wishes) {
        this.sessions = sessions.getIfAvailable(HttpSessionSecurityContextRepository::new);
        wishes.ifAvailable(this::setRequestCache);
    }

    /** Keeps who she is instead of what Keycloak told: claims grow old, and tokens are worth stealing. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication arrived)
            throws ServletException, IOException {
        if (!(arrived.getPrincipal() instanceof KeycloakPeople.Arriving arriving)) {
            throw new IllegalStateException("Nobody else signs in this way");
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(arriving.signedIn(), null, List.of());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        var code = failed instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : failed.getClass().getSimpleName();
        LOG.info("A sign-in did not succeed: {}", code);
        response.sendRedirect(request.getContextPath() + page(code, failed));
    }

    private static String page(String code, Exception failed) {
        if (code.equals(KeycloakPeople.NO_ACCESS)) {
            return "/login?noAccess";
        }
        return SILENT.contains(code) || isSilence(failed) ? KeycloakPages.UNAVAILABLE : "/login?error";
    }

    private static boolean isSilence(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadJwtException) {
                return false;
            }
            if (cause instanceof IOException || cause instanceof JwtException) {
                return true;
            }
        }
        return false;
    }
}
