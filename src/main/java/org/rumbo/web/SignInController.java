package org.rumbo.web;

import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; signing in itself is done by the security chain. */
@Controller
class SignInController {
    private final boolean tryOut;

    SignInController(Environment environment) {
        this.tryOut = environment.acceptsProfiles(Profiles.of("dev | demo"));
    }

    @GetMapping("/login")
    @Needs(Permission.PUBLIC)
    String login(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String error,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String signedOut,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("tryOut", tryOut);
        return "web/login";
    }
}
