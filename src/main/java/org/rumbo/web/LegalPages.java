package org.rumbo.web;

import java.util.List;
import java.util.Locale;
import org.rumbo.shared.Language;
import org.rumbo.team.Imprint;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who answers for this installation, what it keeps about people, and for whom it does not work yet. */
@Controller
class LegalPages {
    private final Imprint imprint;
    private final Network network;

    LegalPages(Imprint imprint, Network network) {
        this.imprint = imprint;
        this.network = network;
    }

    /** Somebody to write to, for what. */
    record Line(String name, String task, String mail) {}

    @GetMapping("/accessibility")
    @Needs(Permission.PUBLIC)
    String accessibility(Model model) {
        model.addAttribute("imprint", imprint);
        return "web/accessibility";
    }

    @GetMapping("/privacy")
    @Needs(Permission.PUBLIC)
    String privacy(Locale locale, Model model) {
        var language = Language.of(locale);
        model.addAttribute("imprint", imprint);
        model.addAttribute("host", imprint.host().in(language));
        model.addAttribute("authority", imprint.authority().name().in(language));
        return "web/privacy";
    }

    @GetMapping("/contact")
    @Needs(Permission.PUBLIC)
    String contact(Locale locale, Model model) {
        var language = Language.of(locale);
        model.addAttribute("imprint", imprint);
        model.addAttribute("network", network.name());
        model.addAttribute("funder", imprint.funder().in(language));
        model.addAttribute("people", people(language));
        return "web/contact";
    }

    private List<Line> people(Language language) {
        return imprint.people().stream()
                .map(contact -> new Line(contact.name(), contact.task().in(language), contact.mail()))
                .toList();
    }
}
