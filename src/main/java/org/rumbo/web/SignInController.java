package org.rumbo.web;

import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; signing in itself is done by the security chain. */
@Controller
class SignInController {
    @GetMapping("/login")
    @Needs(Permission.PUBLIC)
    String login(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String error,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String signedOut,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("signedOut", signedOut != null);
        return "web/login";
    }
}
