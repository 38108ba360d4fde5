package org.rumbo.notification.web;

import org.rumbo.notification.MailStops;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where the link in a mail leads that stops more of its kind. Opening it changes nothing, for mail programs open links by
 * themselves; what a mail program sends when its own button is pressed (RFC 8058) stops it at once.
 */
@Controller
class MailStopController {
    private final MailStops stops;

    MailStopController(MailStops stops) {
        this.stops = stops;
    }

    @GetMapping("/mail/stop/{token}")
    @Needs(Permission.PUBLIC)
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("stop", stops.of(token));
        model.addAttribute("token", token);
        model.addAttribute("stopped", false);
        return "notification/mail-stop";
    }

    /** Answered by the page itself, because mail programs follow no redirection here. */
    @PostMapping("/mail/stop/{token}")
    @Needs(Permission.PUBLIC)
    String stop(@PathVariable String token, Model model) {
        model.addAttribute("stop", stops.stop(token));
        model.addAttribute("token", token);
        model.addAttribute("stopped", true);
        return "notification/mail-stop";
    }
}
