package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; signing in itself is done by the security chain. */
@Controller
class SignInController {
    private final ObjectProvider<KeycloakSignOut> keycloak;

    SignInController(ObjectProvider<KeycloakSignOut> keycloak) {
        this.keycloak = keycloak;
    }

    @GetMapping("/login")
    @Needs(Permission.PUBLIC)
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String signedOut,
            @RequestParam(required = false) @Nullable String signedOutHere,
            @RequestParam(required = false) @Nullable String noAccess,
            HttpServletRequest request,
            Model model) {
        var there = keycloak.getIfAvailable();
        model.addAttribute("failed", error != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("signedOutHere", signedOutHere != null);
        model.addAttribute("noAccess", noAccess != null);
        model.addAttribute("tryOut", there == null);
        if (there != null) {
            model.addAttribute("start", KeycloakSignIn.START);
            model.addAttribute("somebodyElse", there.there(request, null));
        }
        return "web/login";
    }
}
