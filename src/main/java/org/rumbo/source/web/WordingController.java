package org.rumbo.source.web;

import java.util.List;
import java.util.Locale;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.Language;
import org.rumbo.source.PaperLibrary;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the paper says of a recommendation in its own words, among the lines around them, in every version. */
@Controller
class WordingController {
    private final PaperLibrary library;
    private final RecommendationReader recommendations;
    private final ImportPages pages;
    private final Network network;

    WordingController(PaperLibrary library, RecommendationReader recommendations, ImportPages pages, Network network) {
        this.library = library;
        this.recommendations = recommendations;
        this.pages = pages;
        this.network = network;
    }

    @GetMapping("/recommendations/{code}/wording")
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(@PathVariable RecommendationCode code, Actor actor, Locale locale, Model model) {
        var facts = recommendations.read(code, actor).facts();
        var language = Language.of(locale).tag();
        model.addAttribute("facts", facts);
        model.addAttribute("itemTitle", facts.titleIn(language));
        model.addAttribute("titleLanguage", facts.titles().containsKey(language) ? null : facts.language());
        model.addAttribute("versions", library.wordings(code, actor));
        model.addAttribute("network", network);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", pages.say("nav.recommendations", locale)),
                        new Crumb("/recommendations/" + code, code.value()),
                        new Crumb(null, pages.say("wording.title", locale))));
        return "source/wording";
    }
}
