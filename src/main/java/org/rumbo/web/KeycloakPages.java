package org.rumbo.web;

import jakarta.servlet.http.HttpServletResponse;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is told to somebody who wants to sign in while Keycloak is silent. */
@Controller
@Profile("!dev & !demo")
class KeycloakPages {
    static final String UNAVAILABLE = "/login/unavailable";
    private static final String IN_A_MINUTE = "60";

    private final Issuer issuer;

    KeycloakPages(Issuer issuer) {
        this.issuer = issuer;
    }

    /** Asks again, so that loading the page anew is enough once Keycloak is back. */
    @GetMapping(UNAVAILABLE)
    @Needs(Permission.PUBLIC)
    String unavailable(HttpServletResponse response, Model model) {
        if (issuer.answers()) {
            return "redirect:/login";
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, IN_A_MINUTE);
        model.addAttribute("start", KeycloakSignIn.START);
        return "web/login-unavailable";
    }
}
