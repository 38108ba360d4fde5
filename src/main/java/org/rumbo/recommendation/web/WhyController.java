package org.rumbo.recommendation.web;

import java.util.List;
import java.util.Locale;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.Crumb;
import org.rumbo.team.AccessExplanation;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that tells a reader what she can do with a recommendation, and why not the rest. */
@Controller
class WhyController {
    private final WhyPage page;
    private final RecommendationReader reader;
    private final AccessExplanation explanation;
    private final MessageSource messages;

    WhyController(WhyPage page, RecommendationReader reader, AccessExplanation explanation, MessageSource messages) {
        this.page = page;
        this.reader = reader;
        this.explanation = explanation;
        this.messages = messages;
    }

    @GetMapping("/recommendations/{code}/why")
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(@PathVariable RecommendationCode code, Actor actor, Locale locale, Model model) {
        var lines = page.of(code, actor, locale);
        model.addAttribute("facts", reader.read(code, actor).facts());
        model.addAttribute(
                "can", lines.stream().filter(line -> line.href() != null).toList());
        model.addAttribute(
                "cannot", lines.stream().filter(line -> line.href() == null).toList());
        model.addAttribute("youAre", explanation.whatSheIs(actor, locale));
        model.addAttribute("twoNames", explanation.underTwoNames(actor, locale).orElse(null));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                        new Crumb("/recommendations/" + code, code.value()),
                        new Crumb(null, messages.getMessage("why.title", null, locale))));
        return "recommendation/why";
    }
}
