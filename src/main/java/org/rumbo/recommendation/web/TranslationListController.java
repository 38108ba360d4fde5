package org.rumbo.recommendation.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.TranslationQueries;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What waits to be translated, for those who translate it. */
@Controller
class TranslationListController {
    private static final int PAGE = 50;

    private final TranslationQueries queries;

    TranslationListController(TranslationQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/translations")
    @Needs(Permission.TRANSLATION_EDIT)
    String list(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        var language =
                blank(to) ? null : Language.of(String.valueOf(to)).orElseThrow(() -> DomainException.malformed("to"));
        var only = blank(country) ? null : CountryCode.of(String.valueOf(country));
        var page = queries.open(language, only, PAGE, blank(after) ? null : after, actor);
        model.addAttribute("reader", Language.of(locale).tag());
        model.addAttribute("tasks", page.items());
        model.addAttribute("total", page.total());
        model.addAttribute("progress", queries.progress(actor));
        model.addAttribute("languages", Language.values());
        model.addAttribute("countries", queries.countries(actor));
        model.addAttribute("to", language == null ? null : language.tag());
        model.addAttribute("country", only);
        model.addAttribute("first", blank(after) ? null : address(language, only, null));
        model.addAttribute("next", page.next() == null ? null : address(language, only, page.next()));
        return "recommendation/translation-list";
    }

    private static boolean blank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private static String address(@Nullable Language language, @Nullable CountryCode country, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath("/translations");
        if (language != null) {
            address.queryParam("to", language.tag());
        }
        if (country != null) {
            address.queryParam("country", country.iso2());
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.toUriString();
    }
}
