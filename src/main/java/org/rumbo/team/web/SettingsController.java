package org.rumbo.team.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.rumbo.team.PersonalSettings;
import org.rumbo.team.Preferences;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people say how they want Rumbo to be. */
@Controller
@RequestMapping("/settings")
class SettingsController {
    private final PersonalSettings settings;
    private final AccessPolicy policy;

    SettingsController(PersonalSettings settings, AccessPolicy policy) {
        this.settings = settings;
        this.policy = policy;
    }

    @GetMapping
    @Needs(Permission.SELF_MANAGE)
    String show(Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        model.addAttribute("preferences", settings.of(actor.id()));
        model.addAttribute("chosen", Language.of(LocaleContextHolder.getLocale()));
        model.addAttribute("offered", Language.values());
        model.addAttribute("themes", Preferences.Theme.values());
        return "team/settings";
    }

    /** The address to which it leads names the language, so that this browser remembers it as well. */
    @PostMapping
    @Needs(Permission.SELF_MANAGE)
    String keep(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) Preferences.@Nullable Theme theme,
            @RequestParam(defaultValue = "false") boolean shortcuts,
            Actor actor,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var chosen = Language.of(language).orElseThrow(() -> DomainException.malformed("language"));
        settings.keep(
                new Preferences(chosen, Optional.ofNullable(theme).orElse(Preferences.Theme.SYSTEM), shortcuts), actor);
        after.addFlashAttribute("done", "settings.done");
        return "redirect:/settings?lang=" + chosen.tag();
    }
}
