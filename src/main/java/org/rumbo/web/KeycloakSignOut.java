package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.OidcSettings;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing out here signs out at Keycloak, too: on a shared computer the next person would else be let in without a password
 * (OpenID Connect RP-Initiated Logout 1.0).
 */
@Component
@Profile("!dev & !demo")
class KeycloakSignOut implements LogoutSuccessHandler {
    private final OidcSettings settings;
    private final PublicAddress address;
    private final Issuer issuer;

    KeycloakSignOut(OidcSettings settings, PublicAddress address, Issuer issuer) {
        this.settings = settings;
        this.address = address;
        this.issuer = issuer;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var proof = authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn.proof()
                : null;
        if (proof == null) {
            response.sendRedirect(request.getContextPath() + "/login?signedOut");
        } else if (issuer.answers()) {
            response.sendRedirect(there(request, proof));
        } else {
            response.sendRedirect(request.getContextPath() + "/login?signedOutHere");
        }
    }

    /** Where somebody signs out at Keycloak, who comes back from there. */
    String there(HttpServletRequest request, @Nullable String proof) {
        var there = UriComponentsBuilder.fromUri(settings.endpoint("logout"))
                .queryParam("client_id", settings.clientId())
                .queryParam("post_logout_redirect_uri", "{back}");
        if (proof != null) {
            there.queryParam("id_token_hint", proof);
        }
        return there.encode()
                .buildAndExpand(address.of(request) + "/login?signedOut")
                .toUriString();
    }
}
